package org.espalier.nas.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.cli.console.Terminals;
import org.espalier.nas.cli.reference.NoSuchComponentException;
import org.espalier.nas.cli.view.NoSuchTrialException;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.study.ControllerException;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Conversion of the exceptions of commands to messages and exit codes. */
final class ErrorReport implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception error, CommandLine commandLine, ParseResult parsed) {
    return report(error, commandLine);
  }

  /** Prints an error and returns its exit code. */
  int report(Throwable error, CommandLine commandLine) {
    PrintWriter err = commandLine.getErr();
    Object root = commandLine.getCommandSpec().root().userObject();
    err.println(Terminals.errPaint().error(message(error, root)));
    if (root instanceof Nas nas && nas.debug()) {
      error.printStackTrace(err);
    } else if (!(error instanceof NasException)) {
      err.println("Run again with --debug for the stack trace.");
    }
    err.flush();
    return badInput(error) ? ExitCode.BAD_INPUT : ExitCode.FAILED;
  }

  private static String message(Throwable error, Object root) {
    if (error instanceof ControllerException failed && root instanceof Nas nas) {
      return failed.getMessage() + nas.culprit(failed.getCause());
    }
    if (error instanceof NasException) {
      return String.valueOf(error.getMessage());
    }
    if (error instanceof IOException || error instanceof UncheckedIOException) {
      return "A file cannot be read or written%s: %s."
          .formatted(file(error), IoReason.of((Exception) error));
    }
    return root instanceof Nas nas ? nas.blame(error) : "Internal error: " + error;
  }

  private static String file(Throwable error) {
    Throwable cause = error instanceof UncheckedIOException ? error.getCause() : error;
    return cause instanceof FileSystemException known && known.getFile() != null
        ? " (" + known.getFile() + ")"
        : "";
  }

  private static boolean badInput(Throwable error) {
    return error instanceof InvalidExperimentException
        || error instanceof InvalidDataException
        || error instanceof InvalidSettingException
        || error instanceof NoSuchTrialException
        || error instanceof NoSuchComponentException
        || (error instanceof StoreException store && store.kind() == StoreException.Kind.MISSING);
  }
}
