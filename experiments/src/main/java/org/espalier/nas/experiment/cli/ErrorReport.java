package org.espalier.nas.experiment.cli;

import java.io.PrintWriter;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.reference.NoSuchComponentException;
import org.espalier.nas.experiment.run.NoSuchTrialException;
import org.espalier.nas.experiment.run.Terminals;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns the exceptions of commands into messages and exit codes. */
final class ErrorReport implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception error, CommandLine commandLine, ParseResult parsed) {
    PrintWriter err = commandLine.getErr();
    err.println(Terminals.errPaint().error(message(error)));
    if (commandLine.getCommandSpec().root().userObject() instanceof Nas nas && nas.debug()) {
      error.printStackTrace(err);
    } else if (!(error instanceof NasException)) {
      err.println("Run again with --debug for the stack trace.");
    }
    err.flush();
    return badInput(error) ? ExitCode.BAD_INPUT : ExitCode.FAILED;
  }

  private static boolean badInput(Exception error) {
    return error instanceof InvalidExperimentException
        || error instanceof InvalidDataException
        || error instanceof InvalidSettingException
        || error instanceof NoSuchTrialException
        || error instanceof NoSuchComponentException
        || (error instanceof StoreException store && store.kind() == StoreException.Kind.MISSING);
  }

  private static String message(Exception error) {
    return error instanceof NasException
        ? String.valueOf(error.getMessage())
        : "Internal error: " + error;
  }
}
