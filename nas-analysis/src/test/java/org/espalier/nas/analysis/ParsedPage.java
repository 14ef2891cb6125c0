package org.espalier.nas.analysis;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Pages as a browser that forgives nothing reads them. */
public final class ParsedPage {

  private ParsedPage() {}

  /** Reads a page; one that is not well-formed makes it throw. */
  public static Document of(String page) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
  }

  /** The values of an attribute of all elements with a tag that have it. */
  public static List<String> attributes(Document document, String tag, String attribute) {
    NodeList elements = document.getElementsByTagName(tag);
    return IntStream.range(0, elements.getLength())
        .mapToObj(i -> ((Element) elements.item(i)).getAttribute(attribute))
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
