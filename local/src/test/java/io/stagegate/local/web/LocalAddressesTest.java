package io.stagegate.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalAddressesTest {
  private final LocalAddresses addresses = new LocalAddresses(URI.create("http://127.0.0.1:4566"));

  @ParameterizedTest
  @CsvSource({
    "https://ab12.execute-api.us-east-1.amazonaws.com, /_aws/execute-api/ab12/$default/",
    "https://ab12.execute-api.us-east-1.amazonaws.com/x/y, /_aws/execute-api/ab12/$default/x/y",
    "http://ab12.execute-api.localhost:4566/, /_aws/execute-api/ab12/$default/",
    "https://0a1b.lambda-url.eu-west-1.on.aws/, /_aws/lambda-url/0a1b/",
  })
  void translatesAddressesOfAws(String address, String path) {
    assertThat(addresses.local(address)).isEqualTo(URI.create("http://127.0.0.1:4566" + path));
  }

  @ParameterizedTest
  @CsvSource({
    "https://ab12.execute-api.us-east-1.amazonaws.com/Prod/x, /_aws/execute-api/ab12/Prod/x",
  })
  void aStageInThePathStays(String address, String path) {
    assertThat(addresses.local(address, null))
        .isEqualTo(URI.create("http://127.0.0.1:4566" + path));
  }

  @ParameterizedTest
  @CsvSource({"https://example.com/execute-api", "http://127.0.0.1:1/x"})
  void leavesOtherAddressesAlone(String address) {
    assertThat(addresses.local(address)).isEqualTo(URI.create(address));
  }
}
