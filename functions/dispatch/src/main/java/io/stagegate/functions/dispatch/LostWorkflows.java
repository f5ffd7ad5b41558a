package io.stagegate.functions.dispatch;

import io.stagegate.cloud.Workflows;
import io.stagegate.model.Effect;
import io.stagegate.model.ProjectId;
import io.stagegate.release.Lost;
import io.stagegate.store.OpenApproval;
import jakarta.inject.Inject;

/** Finds releases whose workflow was ended from outside while people were asked. */
final class LostWorkflows {
  private final Workflows workflows;
  private final Lost lost;

  @Inject
  LostWorkflows(Workflows workflows, Lost lost) {
    this.workflows = workflows;
    this.lost = lost;
  }

  /** Nothing waits with a token: its workflow went on before, or it is lost. */
  void look(Effect.Resume resume) {
    var project = resume.project();
    var release = resume.release();
    if (project != null && release != null) {
      look(project, release);
    }
  }

  /** People are asked: does the workflow still wait for them? */
  void look(OpenApproval open) {
    look(open.project(), open.release());
  }

  private void look(ProjectId project, int release) {
    var name = new Effect.StartRelease(project, release).executionName();
    workflows
        .ended(Workflows.Machine.RELEASE, name)
        .ifPresent(how -> lost.end(project, release, how));
  }
}
