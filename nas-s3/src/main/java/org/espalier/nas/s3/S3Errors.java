package org.espalier.nas.s3;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.espalier.nas.api.storage.IoReason;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Reasons of failed requests, with their remedies. They contain no credentials. */
final class S3Errors {
  private static final int FORBIDDEN = 403;
  private static final int UNAUTHORIZED = 401;

  private S3Errors() {}

  /** Returns the reason and the remedy, without the last full stop. */
  static String reason(S3Address address, SdkException error) {
    return error instanceof AwsServiceException refused
        ? refusal(address, refused)
        : failure(address, error);
  }

  private static String refusal(S3Address address, AwsServiceException error) {
    String code =
        Optional.ofNullable(error.awsErrorDetails()).map(AwsErrorDetails::errorCode).orElse("");
    if ("NoSuchBucket".equals(code)) {
      return "there is no bucket %s at %s. Create it first"
          .formatted(address.bucket(), server(address));
    }
    if (error.statusCode() == FORBIDDEN || error.statusCode() == UNAUTHORIZED) {
      return "%s refuses the credentials (%s). They need the rights to list the bucket %s, and to read, write and delete its objects"
          .formatted(server(address), code.isEmpty() ? error.statusCode() : code, address.bucket());
    }
    return "%s answers %d (%s)"
        .formatted(server(address), error.statusCode(), code.isEmpty() ? "no reason given" : code);
  }

  private static String failure(S3Address address, SdkException error) {
    String message = String.valueOf(error.getMessage());
    if (message.contains("Unable to load credentials")) {
      return "there are no credentials. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or write ~/.aws/credentials";
    }
    if (message.contains("Unable to load region")) {
      return "there is no region. Set AWS_REGION, or add ?region=NAME to the address";
    }
    return connection(error)
        .map(
            reason ->
                "%s cannot be reached (%s). Check the address, the network and the server"
                    .formatted(server(address), reason))
        .orElseGet(() -> message.lines().findFirst().orElse("").replaceFirst("\\.$", ""));
  }

  private static Optional<String> connection(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return Optional.of("unknown host");
      }
      if (cause instanceof ConnectException) {
        return Optional.of("connection refused");
      }
      if (cause instanceof IOException io) {
        return Optional.of(IoReason.of(io));
      }
    }
    return Optional.empty();
  }

  private static String server(S3Address address) {
    return address.endpoint() == null ? "AWS" : address.endpoint().toString();
  }
}
