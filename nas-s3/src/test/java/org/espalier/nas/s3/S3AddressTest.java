package org.espalier.nas.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.engine.artifact.ArtifactStores;
import org.espalier.nas.engine.artifact.ArtifactsUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3AddressTest {

  @Test
  void theProgramFindsTheProvider() {
    ArtifactStores places = ArtifactStores.installed(getClass().getClassLoader());
    for (String url : List.of("s3://bucket/a/b", "s3://bucket/a/b/?region=eu-central-1")) {
      ArtifactStore store = places.at(new ArtifactsUrl(url), "wine/1");
      assertThat(store.location("weights/c")).isEqualTo("s3://bucket/a/b/wine/1/weights/c");
    }
    assertThat(places.at(new ArtifactsUrl("s3://bucket"), "wine/1").location("weights/c"))
        .isEqualTo("s3://bucket/wine/1/weights/c");
  }

  @Test
  void partsOfAnAddress() {
    assertThat(S3Address.parse("s3://my.bucket-1"))
        .isEqualTo(new S3Address("my.bucket-1", "", null, null));
    assertThat(S3Address.parse("s3://bucket/")).isEqualTo(new S3Address("bucket", "", null, null));
    assertThat(S3Address.parse("s3://bucket/a/b?endpoint=http://host:9000&region=eu-west-1"))
        .isEqualTo(new S3Address("bucket", "a/b", URI.create("http://host:9000"), "eu-west-1"));
    assertThat(S3Address.parse("s3://bucket?endpoint=https%3A%2F%2Fhost").endpoint())
        .isEqualTo(URI.create("https://host"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3:bucket",
        "s3://",
        "s3:///a",
        "s3://B_/a",
        "s3://bucket//a",
        "s3://bucket/a//b",
        "s3://bucket?profile=a",
        "s3://bucket?region",
        "s3://bucket?region=",
        "s3://bucket?region=a&region=b",
        "s3://bucket?region=a b",
        "s3://bucket?endpoint=host:9000",
        "s3://bucket?endpoint=ftp://host",
        "s3://bucket?endpoint=http://",
      })
  void anAddressOfAnotherFormIsRefused(String url) {
    assertThatThrownBy(() -> S3Address.parse(url))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("artifacts.url (%s) has ".formatted(url))
        .hasMessageContaining("Write s3://bucket/prefix");
  }
}
