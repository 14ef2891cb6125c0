package org.espalier.nas.experiment.plugin;

import java.lang.reflect.InvocationTargetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.espalier.nas.api.NasException;

/** The explanation of a failure in a plugin's code, for the author of the plugin. */
final class PluginFailure {
  private static final Pattern CLASS_VERSION = Pattern.compile("class file version (\\d+)");
  private static final Pattern CLASS_NAME = Pattern.compile("[^\\s()]+");
  private static final int JAVA_1 = 44;

  private final ApiClassLoader api;

  PluginFailure(ApiClassLoader api) {
    this.api = api;
  }

  /** Returns the error and its fix, as a sentence without its subject. */
  String reason(Throwable thrown) {
    Throwable cause = cause(thrown);
    if (cause instanceof UnsupportedClassVersionError) {
      return tooNew(cause);
    } else if (cause instanceof TypeNotPresentException absent) {
      return missing(absent.typeName());
    } else if (cause instanceof NoClassDefFoundError || cause instanceof ClassNotFoundException) {
      String message = String.valueOf(cause.getMessage());
      return CLASS_NAME.matcher(message).matches()
          ? missing(message.replace('/', '.'))
          : "a class of it cannot be used (%s); see that it is where its package says, and that its static initializer does not throw."
              .formatted(message.replace('/', '.'));
    } else if (cause instanceof LinkageError) {
      return "it does not fit this version of Espalier (%s); build it again against its nas-api."
          .formatted(cause);
    } else if (cause instanceof NasException) {
      return String.valueOf(cause.getMessage());
    }
    return "it threw %s.".formatted(cause.toString().replaceFirst("\\.$", ""));
  }

  /** Returns the cause of an exception that reflection or the initialisation of a class wrapped. */
  static Throwable cause(Throwable thrown) {
    Throwable cause = thrown;
    while ((cause instanceof InvocationTargetException
            || cause instanceof ExceptionInInitializerError)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String tooNew(Throwable error) {
    Matcher version = CLASS_VERSION.matcher(String.valueOf(error.getMessage()));
    String needed =
        version.find() ? "Java " + (Integer.parseInt(version.group(1)) - JAVA_1) : "a newer Java";
    int running = Runtime.version().feature();
    return "it needs %s, and this is Java %d; run Espalier with that Java, or build the plugin with <maven.compiler.release>17</maven.compiler.release>."
        .formatted(needed, running);
  }

  private String missing(String name) {
    if (api.showsOnRequest(name)) {
      return "it uses %s, which is shown only to plugins whose manifest asks for it; add %s: %s."
          .formatted(name, PluginJar.BACKEND, PluginJar.TENSORFLOW);
    }
    return api.hides(name)
        ? "it uses %s, which is Espalier's own and not shown to plugins; use nas-api only, or carry the library in the jar."
            .formatted(name)
        : "it uses %s, which is not in its jar; put the library into the jar, or both into a sub-folder."
            .formatted(name);
  }
}
