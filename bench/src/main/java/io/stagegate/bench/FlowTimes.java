package io.stagegate.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Times of Stagegate and of the same calls, one of each for every round. */
record FlowTimes(
    List<Duration> push,
    List<Duration> decision,
    List<Duration> handPush,
    List<Duration> handWhole,
    List<Duration> handApplying) {
  private static final double MOST = 1.5;
  private static final String PUSH = "push until dev is deployed";
  private static final String DECISION = "decision until production is UPDATE_COMPLETE";

  FlowTimes() {
    this(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  void showBesideCli(Figures figures) {
    Duration ours = Figures.median(decision);
    figures.times(PUSH + "; AWS CLI", Figures.median(push), Figures.median(handPush), MOST);
    figures.times(DECISION + "; AWS CLI", ours, Figures.median(handWhole), MOST);
    figures.times(
        "the same; AWS CLI, from execute-change-set on", ours, Figures.median(handApplying), MOST);
  }

  void showBesideSdk(Figures figures) {
    Duration ours = Figures.median(decision);
    figures.times(PUSH + "; SDK", Figures.median(push), Figures.median(handPush));
    figures.times(DECISION + "; SDK", ours, Figures.median(handWhole));
    figures.times("the same; SDK, from ExecuteChangeSet on", ours, Figures.median(handApplying));
  }
}
