package org.espalier.nas.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.espalier.nas.cli.author.PluginKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads and lists kinds of plugins as they are typed. */
final class PluginKinds implements ITypeConverter<PluginKind>, Iterable<String> {

  @Override
  public PluginKind convert(String value) {
    return Arrays.stream(PluginKind.values())
        .filter(kind -> kind.isNamed(value))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is not a kind of plugin; it must be one of %s."
                        .formatted(value, String.join(", ", labels()))));
  }

  @Override
  public Iterator<String> iterator() {
    return labels().iterator();
  }

  private static List<String> labels() {
    return Arrays.stream(PluginKind.values()).map(PluginKind::toString).toList();
  }
}
