package io.stagegate.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackReadinessTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "REVIEW_IN_PROGRESS, CREATE",
    "CREATE_COMPLETE, UPDATE",
    "UPDATE_COMPLETE, UPDATE",
    "UPDATE_ROLLBACK_COMPLETE, UPDATE",
    "IMPORT_COMPLETE, UPDATE",
    "IMPORT_ROLLBACK_COMPLETE, UPDATE",
    "ROLLBACK_COMPLETE, Delete it",
    "ROLLBACK_FAILED, Delete it",
    "CREATE_FAILED, Delete it",
    "UPDATE_ROLLBACK_FAILED, continue its rollback",
    "UPDATE_IN_PROGRESS, is being changed right now",
    "DELETE_IN_PROGRESS, is being changed right now",
    "UPDATE_FAILED, can't be changed",
    "DELETE_FAILED, can't be changed",
    "SOMETHING_NEW, can't be changed",
  })
  void byStatus(String status, String expected) {
    switch (StackReadiness.of("orders-production-orders", status)) {
      case StackReadiness.Ready(var create) ->
          assertThat(create ? "CREATE" : "UPDATE").isEqualTo(expected);
      case StackReadiness.NotReady(var reason) ->
          assertThat(reason).contains(expected).contains("orders-production-orders");
    }
  }

  @Test
  void aStackThatIsNotThereIsCreated() {
    assertThat(StackReadiness.ofAbsent()).isEqualTo(new StackReadiness.Ready(true));
  }
}
