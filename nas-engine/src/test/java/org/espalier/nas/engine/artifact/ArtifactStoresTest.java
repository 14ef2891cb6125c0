package org.espalier.nas.engine.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.api.storage.FolderArtifacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactStoresTest {
  @TempDir Path folder;

  private final ArtifactStores places = new ArtifactStores(List.of(new MoonProvider()));

  /** Provider of folders with addresses such as {@code moon:crater}. */
  private final class MoonProvider implements ArtifactStoreProvider {
    @Override
    public boolean serves(String url) {
      return url.startsWith("moon:");
    }

    @Override
    public ArtifactStore at(String url, String part) {
      return new FolderArtifacts(folder.resolve(url.substring("moon:".length())).resolve(part));
    }
  }

  @Test
  void runsOfAFolderAreKeptApart() {
    for (String url : List.of(folder.toString(), folder.toUri().toString(), folder + "/x/..")) {
      ArtifactStore store = places.at(new ArtifactsUrl(url), "wine/1");
      assertThat(store.location("weights/a"))
          .isEqualTo(folder.resolve("wine/1/weights/a").toString());
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void otherPlacesAreThoseOfProviders() {
    ArtifactStore store = places.at(new ArtifactsUrl("moon:crater"), "wine/1");
    assertThat(store.location("weights/a"))
        .isEqualTo(folder.resolve("crater/wine/1/weights/a").toString());
  }

  @Test
  void theMissingModuleIsNamed() {
    assertThatThrownBy(() -> places.at(new ArtifactsUrl("s3://bucket"), "wine/1"))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("artifacts.url (s3://bucket) needs the S3 module: run with NAS_PROFILE=s3.");
    assertThatThrownBy(() -> places.at(new ArtifactsUrl("mars://a"), "wine/1"))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "artifacts.url (mars://a) is of no known kind. Write a folder, or s3://bucket/prefix.");
  }

  @Test
  void aRelativeFolderIsMadeAbsolute() {
    assertThat(new ArtifactsUrl("shared/a").text())
        .isEqualTo(Path.of("shared/a").toAbsolutePath().toString());
    assertThat(new ArtifactsUrl("a//b@c").folder()).contains(Path.of("a/b@c").toAbsolutePath());
    assertThat(new ArtifactsUrl("s3://bucket/a").folder()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3://ann:rosebud@bucket/a",
        "s3://rosebud@bucket",
        "s3://bucket?endpoint=http://ann:rosebud@host",
        "s3://bucket?region=a&secretKey=rosebud",
        "s3://bucket?AccessKeyId=rosebud",
        "s3://bucket?password=rosebud",
        "s3://bucket?session_token=rosebud",
      })
  void credentialsAreRefusedAndNotRepeated(String url) {
    assertThatThrownBy(() -> new ArtifactsUrl(url))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("AWS_SECRET_ACCESS_KEY")
        .extracting(Throwable::toString)
        .asString()
        .doesNotContain("rosebud");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "s3://bucket/a b", "file:a", "file://host/a?b"})
  void whatIsNoAddressIsRefused(String url) {
    assertThatThrownBy(() -> new ArtifactsUrl(url))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("url (%s) ".formatted(url));
  }
}
