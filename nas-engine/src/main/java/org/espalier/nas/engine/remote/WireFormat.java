package org.espalier.nas.engine.remote;

import java.io.IOException;
import java.util.Optional;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.engine.executor.AttemptEnd;

/**
 * Messages between the processes of a cluster as bytes: a version, and the values. Both sides must
 * be of the same version of the program, since bits of results depend on it anyway.
 */
final class WireFormat {

  static final int VERSION = 1;

  private WireFormat() {}

  private static WireWriter writer() {
    return new WireWriter().tag(VERSION);
  }

  private interface Message<T> {
    T read(WireReader in) throws IOException;
  }

  private static <T> T read(byte[] bytes, Message<T> message) {
    try {
      WireReader in = new WireReader(bytes);
      int version = in.tag();
      if (version != VERSION) {
        throw new RemoteException(
            "A message has version %d, but this program understands version %d: install the same version of the program on all machines."
                .formatted(version, VERSION));
      }
      return message.read(in);
    } catch (IOException | IllegalArgumentException e) {
      throw new RemoteException("A message of another process is damaged: " + e + ".", e);
    }
  }

  static byte[] request(Request request) {
    WireWriter out = writer();
    if (request instanceof Request.Study) {
      out.tag(0);
    } else if (request instanceof Request.Begin begin) {
      out.tag(1).number(begin.attempt()).whole(begin.known()).text(begin.worker());
    } else if (request instanceof Request.Report report) {
      out.tag(2).number(report.attempt()).measurement(report.measurement());
    } else {
      out.tag(3).number(((Request.Abandoned) request).attempt());
    }
    return out.bytes();
  }

  static Request request(byte[] bytes) {
    return read(
        bytes,
        in -> {
          int kind = in.tag();
          return switch (kind) {
            case 0 -> new Request.Study();
            case 1 -> new Request.Begin(in.number(), in.whole(), in.text());
            case 2 -> new Request.Report(in.number(), in.measurement());
            case 3 -> new Request.Abandoned(in.number());
            default -> throw new IOException("the kind of a request (" + kind + ") is unknown");
          };
        });
  }

  static byte[] study(RemoteStudy study) {
    return writer().text(study.kind()).bundle(study.content()).bytes();
  }

  static RemoteStudy study(byte[] bytes) {
    return read(bytes, in -> new RemoteStudy(in.text(), in.bundle()));
  }

  static byte[] bundle(Bundle bundle) {
    return writer().bundle(bundle).bytes();
  }

  static Bundle bundle(byte[] bytes) {
    return read(bytes, WireReader::bundle);
  }

  static byte[] order(Optional<TrialOrder> order) {
    WireWriter out = writer().flag(order.isPresent());
    order.ifPresent(
        wanted ->
            out.trial(wanted.trial())
                .measurements(wanted.continued())
                .flag(wanted.retained())
                .list(wanted.told(), out::result)
                .whole(wanted.oldestNeeded()));
    return out.bytes();
  }

  static Optional<TrialOrder> order(byte[] bytes) {
    return read(
        bytes,
        in ->
            in.flag()
                ? Optional.of(
                    new TrialOrder(
                        in.trial(), in.measurements(), in.flag(), in.list(in::result), in.whole()))
                : Optional.empty());
  }

  static byte[] directive(Directive directive) {
    return writer().text(directive.name()).bytes();
  }

  static Directive directive(byte[] bytes) {
    return read(bytes, in -> Directive.valueOf(in.text()));
  }

  static byte[] answer(boolean answer) {
    return writer().flag(answer).bytes();
  }

  static boolean answer(byte[] bytes) {
    return read(bytes, WireReader::flag);
  }

  /** Returns the end of an attempt; empty if it was not wanted any more. */
  static byte[] end(Optional<AttemptEnd> end) {
    WireWriter out = writer().flag(end.isPresent());
    end.ifPresent(out::end);
    return out.bytes();
  }

  static Optional<AttemptEnd> end(byte[] bytes) {
    return read(bytes, in -> in.flag() ? Optional.of(in.end()) : Optional.empty());
  }
}
