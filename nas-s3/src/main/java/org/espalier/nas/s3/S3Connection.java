package org.espalier.nas.s3;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * The clients of a place, created when they are first needed: a patient one, and one for requests
 * after a failure of the patient one, so that a search whose server is gone ends soon.
 */
final class S3Connection {
  /** Region that servers other than those of AWS usually have; it is part of signatures. */
  private static final Region USUAL = Region.US_EAST_1;

  private final S3Address address;
  private final Retries retries;
  private @Nullable S3Client patient;
  private @Nullable S3Client impatient;
  private boolean broken;

  S3Connection(S3Address address, Retries retries) {
    this.address = address;
    this.retries = retries;
  }

  /**
   * Returns the client for the next request.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException if the environment has no region
   */
  synchronized S3Client client() {
    if (broken) {
      impatient = impatient == null ? create(retries.impatient()) : impatient;
      return impatient;
    }
    patient = patient == null ? create(retries) : patient;
    return patient;
  }

  /** Takes note of the end of a request: the server was reached, or it was not. */
  synchronized void ended(boolean reached) {
    broken = !reached;
  }

  private S3Client create(Retries retries) {
    StandardRetryStrategy strategy =
        AwsRetryStrategy.standardRetryStrategy().toBuilder()
            .maxAttempts(retries.attempts())
            .circuitBreakerEnabled(false)
            .backoffStrategy(BackoffStrategy.exponentialDelay(retries.first(), retries.longest()))
            .build();
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(retries.connect())
                    .socketTimeout(retries.silence()))
            .overrideConfiguration(override -> override.retryStrategy(strategy));
    String region = address.region();
    if (region != null) {
      builder.region(Region.of(region));
    }
    URI endpoint = address.endpoint();
    return endpoint == null ? builder.build() : elsewhere(builder, endpoint, region);
  }

  /** Creates the client of a server that need not know all that those of AWS know. */
  private static S3Client elsewhere(
      S3ClientBuilder builder, URI endpoint, @Nullable String region) {
    if (region == null) {
      builder.region(USUAL);
    }
    return builder
        .endpointOverride(endpoint)
        .forcePathStyle(true)
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .build();
  }
}
