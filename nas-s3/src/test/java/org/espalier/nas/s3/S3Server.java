package org.espalier.nas.s3;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A real server on loopback, started once for all tests; a test that asks for it gets it. */
final class S3Server implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(S3Server.class);

  /** Logs stack traces of broken connections; kept, because loggers are not. */
  private static final Logger LOGGER = Logger.getLogger("org.jclouds");

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Running.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Running.class, first -> Running.start(), Running.class);
  }

  /** The running server, which ends with the tests. */
  static final class Running implements AutoCloseable {
    private static final String ID_PROPERTY = "aws.accessKeyId";
    private static final String SECRET_PROPERTY = "aws.secretAccessKey";
    private static final String ID = "anna";
    private static final String SECRET = "rosebud";

    private final BlobStoreContext contents;
    private final S3Proxy server;
    private final AtomicInteger buckets = new AtomicInteger();

    private Running(BlobStoreContext contents, S3Proxy server) {
      this.contents = contents;
      this.server = server;
    }

    static Running start() {
      LOGGER.setLevel(Level.OFF);
      // Without it, a client without credentials asks the network for some.
      System.setProperty("aws.disableEc2Metadata", "true");
      BlobStoreContext contents =
          ContextBuilder.newBuilder("transient").build(BlobStoreContext.class);
      try {
        S3Proxy server =
            S3Proxy.builder()
                .blobStore(contents.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ID, SECRET)
                .build();
        server.start();
        Running running = new Running(contents, server);
        running.withCredentials();
        return running;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    /** Gives the process the credentials that the server takes. */
    void withCredentials() {
      credentials(ID, SECRET);
    }

    /** Gives the process credentials. */
    void credentials(String id, String secret) {
      System.setProperty(ID_PROPERTY, id);
      System.setProperty(SECRET_PROPERTY, secret);
    }

    /** Takes the credentials from the process. */
    void withoutCredentials() {
      System.clearProperty(ID_PROPERTY);
      System.clearProperty(SECRET_PROPERTY);
    }

    int port() {
      return server.getPort();
    }

    /** Returns the name of a new, empty bucket. */
    String newBucket() {
      String name = "bucket-" + buckets.incrementAndGet();
      contents.getBlobStore().createContainerInLocation(null, name);
      return name;
    }

    /** Returns an address by which a place is reached through some port. */
    static String url(String bucketAndPrefix, int port) {
      return "s3://" + bucketAndPrefix + "?endpoint=http://127.0.0.1:" + port;
    }

    /** Returns a new store of a run, which fails quickly. */
    static S3Artifacts store(String bucketAndPrefix, int port) {
      S3Address address = S3Address.parse(url(bucketAndPrefix, port));
      Retries quick =
          new Retries(
              3,
              Duration.ofMillis(1),
              Duration.ofMillis(5),
              Duration.ofSeconds(5),
              Duration.ofSeconds(5));
      return new S3Artifacts(address, "wine/1", new S3Connection(address, quick));
    }

    @Override
    public void close() {
      try {
        server.stop();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      contents.close();
    }
  }
}
