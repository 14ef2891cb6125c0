package org.espalier.nas.s3;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.espalier.nas.api.storage.ArtifactException;
import org.espalier.nas.api.storage.ArtifactException.Action;
import org.espalier.nas.api.storage.ArtifactKey;
import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.storage.IoReason;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Artifacts in a bucket, of up to 5 GiB each. An object store replaces an object at once, when all
 * of it has arrived; the content is first written to a temporary file of this machine, from which
 * it is sent again if the connection breaks.
 */
final class S3Artifacts implements ArtifactStore {
  private final S3Address address;
  private final String part;
  private final S3Connection connection;

  /**
   * Creates the store of the contents below a part of a place.
   *
   * @param part names separated by slashes
   */
  S3Artifacts(S3Address address, String part, S3Connection connection) {
    this.address = address;
    this.part = part;
    this.connection = connection;
  }

  @Override
  public void write(String key, AtomicFile.Content content) {
    String object = object(key);
    Path file = spooled(key, content);
    try {
      attempt(
          key,
          Action.WRITTEN,
          client ->
              client.putObject(
                  request -> request.bucket(address.bucket()).key(object),
                  RequestBody.fromFile(file)));
    } finally {
      delete(file);
    }
  }

  private Path spooled(String key, AtomicFile.Content content) {
    try {
      Path file = Files.createTempFile("artifact-", AtomicFile.PARTIAL_SUFFIX);
      try (OutputStream out = Files.newOutputStream(file)) {
        content.writeTo(out);
      } catch (Throwable failure) {
        delete(file);
        throw failure;
      }
      return file;
    } catch (IOException error) {
      throw failed(key, Action.WRITTEN, IoReason.of(error), error);
    }
  }

  /** Deletes a temporary file, which does no harm if it stays. */
  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      file.toFile().deleteOnExit();
    }
  }

  @Override
  public <T> Optional<T> read(String key, Reader<T> reader) {
    String object = object(key);
    ReaderResult<T> result;
    try {
      result =
          attempt(
              key,
              Action.READ,
              client ->
                  client.getObject(
                      request -> request.bucket(address.bucket()).key(object),
                      (response, content) ->
                          ReaderResult.of(
                              reader, new WholeContent(content, response.contentLength()))));
    } catch (NoSuchKeyException none) {
      return Optional.empty();
    }
    try {
      return Optional.of(result.get());
    } catch (IOException error) {
      throw failed(key, Action.READ, IoReason.of(error), error);
    }
  }

  @Override
  public void delete(String key) {
    String object = object(key);
    attempt(
        key,
        Action.DELETED,
        client -> client.deleteObject(request -> request.bucket(address.bucket()).key(object)));
  }

  @Override
  public List<String> keys(String prefix) {
    String beginning = object(prefix) + "/";
    int skipped = beginning.length() - prefix.length() - 1;
    return attempt(
        prefix,
        Action.LISTED,
        client ->
            client
                .listObjectsV2Paginator(
                    request -> request.bucket(address.bucket()).prefix(beginning))
                .contents()
                .stream()
                .map(object -> object.key().substring(skipped))
                .filter(ArtifactKey::isValid)
                .sorted()
                .toList());
  }

  @Override
  public String location(String key) {
    return S3Address.SCHEME + address.bucket() + "/" + object(key);
  }

  private String object(String key) {
    return address.object(part + "/" + ArtifactKey.requireValid(key));
  }

  private <T> T attempt(String key, Action action, Function<S3Client, T> call) {
    try {
      T result = call.apply(connection.client());
      connection.ended(true);
      return result;
    } catch (NoSuchKeyException none) {
      connection.ended(true);
      throw none;
    } catch (SdkException error) {
      connection.ended(error instanceof AwsServiceException);
      throw failed(key, action, S3Errors.reason(address, error), error);
    }
  }

  private ArtifactException failed(String key, Action action, String reason, Exception error) {
    return new ArtifactException(key, location(key), action, reason, error);
  }
}
