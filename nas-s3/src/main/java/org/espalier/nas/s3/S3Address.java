package org.espalier.nas.s3;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.espalier.nas.api.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/**
 * A place in an object store.
 *
 * @param bucket the bucket
 * @param prefix beginning of all names of objects, without slashes at its ends; may be empty
 * @param endpoint address of a server other than those of AWS, or null
 * @param region the region, or null for that of the environment
 */
record S3Address(String bucket, String prefix, @Nullable URI endpoint, @Nullable String region) {
  static final String SCHEME = "s3://";

  private static final Pattern FORM =
      Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/([^?#]*))?(?:\\?([^#]*))?");
  private static final Pattern REGION = Pattern.compile("[a-z0-9-]+");
  private static final String ENDPOINT_KEY = "endpoint";
  private static final String REGION_KEY = "region";

  /**
   * Reads an address.
   *
   * @throws InvalidSettingException if it has another form than {@code
   *     s3://bucket/prefix?endpoint=http://host:port&region=name}
   */
  static S3Address parse(String url) {
    Matcher parts = FORM.matcher(url);
    if (!parts.matches()) {
      throw invalid(url, "has no bucket, or a bucket with other characters than a-z, 0-9, - and .");
    }
    String prefix = Optional.ofNullable(parts.group(2)).orElse("").replaceFirst("/+$", "");
    if (prefix.startsWith("/") || prefix.contains("//")) {
      throw invalid(url, "has an empty name between slashes");
    }
    Map<String, String> parameters = parameters(url, parts.group(3));
    String endpoint = parameters.remove(ENDPOINT_KEY);
    String region = parameters.remove(REGION_KEY);
    if (!parameters.isEmpty()) {
      throw invalid(
          url,
          "has the parameter %s, but there are only endpoint and region"
              .formatted(String.join(", ", parameters.keySet())));
    }
    if (region != null && !REGION.matcher(region).matches()) {
      throw invalid(url, "has a region (%s) of no known form".formatted(region));
    }
    return new S3Address(
        parts.group(1), prefix, endpoint == null ? null : server(url, endpoint), region);
  }

  private static Map<String, String> parameters(String url, @Nullable String query) {
    Map<String, String> parameters = new HashMap<>();
    if (query == null) {
      return parameters;
    }
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      String value = URLDecoder.decode(parameter.substring(equals + 1), StandardCharsets.UTF_8);
      if (equals < 0 || value.isEmpty() || parameters.put(name, value) != null) {
        throw invalid(url, "has the parameter %s without a value, or twice".formatted(name));
      }
    }
    return parameters;
  }

  private static URI server(String url, String text) {
    try {
      URI server = new URI(text);
      boolean web = "http".equals(server.getScheme()) || "https".equals(server.getScheme());
      if (web && server.getHost() != null && server.getUserInfo() == null) {
        return server;
      }
    } catch (URISyntaxException malformed) {
      // The message is the same.
    }
    throw invalid(url, "has an endpoint that is no address such as http://host:9000");
  }

  private static InvalidSettingException invalid(String url, String fault) {
    return new InvalidSettingException(
        "artifacts.url",
        "artifacts.url (%s) %s. Write s3://bucket/prefix, for a server of your own s3://bucket/prefix?endpoint=http://host:9000&region=us-east-1."
            .formatted(url, fault));
  }

  /**
   * Returns the name of an object.
   *
   * @param part names separated by slashes
   */
  String object(String part) {
    return prefix.isEmpty() ? part : prefix + "/" + part;
  }
}
