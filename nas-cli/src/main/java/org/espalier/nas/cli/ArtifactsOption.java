package org.espalier.nas.cli;

import java.util.Optional;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.engine.artifact.ArtifactsUrl;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.text.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The flag that names the place of the files that trials leave for later ones. */
final class ArtifactsOption {
  private static final String FLAG = "--artifacts";
  private static final String VARIABLE = "NAS_ARTIFACTS";
  private static final String KEY = "artifacts.url";

  @Option(
      names = FLAG,
      paramLabel = "URL",
      description =
          "Place of checkpoints and shared weights: a folder that all machines see, or an object"
              + " store such as s3://bucket/prefix (also: NAS_ARTIFACTS). Credentials come from"
              + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY or ~/.aws.")
  private @Nullable String url;

  /** Returns the setting of the flag; empty if it was not given. */
  Optional<SettingFlag> flag(Nas nas) {
    return Optional.ofNullable(url).map(text -> setting(FLAG, text, nas));
  }

  /** Returns the setting of the environment; empty if it has none. */
  Optional<SettingFlag> variable(Nas nas) {
    return nas.variable(VARIABLE).map(text -> setting(VARIABLE, text, nas));
  }

  /** Returns the setting, whose message does not repeat credentials. */
  private static SettingFlag setting(String origin, String text, Nas nas) {
    try {
      return new SettingFlag(origin, KEY, Json.of(new ArtifactsUrl(text).text()));
    } catch (InvalidSettingException invalid) {
      throw new ParameterException(nas.command(), origin + ": " + invalid.getMessage());
    }
  }
}
