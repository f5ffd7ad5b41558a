package io.stagegate.review.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges of addresses. */
class CidrTest {
  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0,10.1.2.3,true",
    "10.0.0.0/8,10.1.0.0/16,true",
    "10.1.0.0/16,10.0.0.0/8,false",
    "10.0.0.0/8,11.0.0.0/16,false",
    "10.0.0.1,10.0.0.1/32,true",
    "10.0.0.1/24,10.0.0.200/32,true",
    "::/0,2001:db8::1,true",
    "::/0,10.0.0.1,false",
    "2001:db8::/32,2001:db8:1::/48,true",
    "2001:db8::/32,2001:db9::/48,false",
    "1:2:3:4:5:6:7:8,1:2:3:4:5:6:7:8,true",
    "::1,0:0:0:0:0:0:0:1,true",
    "fe80::,fe80::/128,true"
  })
  void covers(String outer, String inner, boolean covers) {
    assertThat(Cidr.of(outer).orElseThrow().covers(Cidr.of(inner).orElseThrow())).isEqualTo(covers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "1.2.3.4/33",
        "1.2.3.4/",
        "1.2.3.4/8/8",
        "1.2.3.-4",
        "::g",
        "1:2",
        "1:2:3:4:5:6:7:8:9",
        "1::2:3:4:5:6:7:8",
        "::/129",
        "::12345",
        "${Range}",
        "1.2.3.٤"
      })
  void isNone(String text) {
    assertThat(Cidr.of(text)).isEmpty();
  }
}
