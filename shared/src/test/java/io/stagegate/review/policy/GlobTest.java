package io.stagegate.review.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** IAM's wildcards: what a pattern includes, and whether two have something in common. */
class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "*,anything,true",
    "a*c,abbc,true",
    "a*c,abbd,false",
    "a?c,abc,true",
    "a?c,a*c,false",
    "a*,a*b*,true",
    "ab,a*,false",
    "a*b*,axbx,true",
    "abc,ab,false",
    "ab**,ab,true",
    "s3:*,s3:get*,true",
    "s3:get*,s3:*,false",
    "s3:get*,s3:getobject,true"
  })
  void covers(String outer, String inner, boolean covers) {
    assertThat(Glob.covers(outer, inner)).isEqualTo(covers);
  }

  @ParameterizedTest
  @CsvSource({
    "a,a,true",
    "a,b,false",
    "*,b,true",
    "a*,*b,true",
    "a*,b*,false",
    "a?,ab,true",
    "a?,a,false",
    "a*c,ab*,true",
    "s3:get*,s3:*object,true",
    "s3:get*,iam:*,false",
    "ab,abc,false",
    "ab*,ab,true",
    "'',*,true",
    "'',a,false"
  })
  void meet(String one, String other, boolean meet) {
    assertThat(Glob.meet(one, other)).isEqualTo(meet);
    assertThat(Glob.meet(other, one)).isEqualTo(meet);
  }
}
