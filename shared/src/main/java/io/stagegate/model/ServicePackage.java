package io.stagegate.model;

import java.util.List;

/**
 * What one service's stack is made from on one stage; it never changes once made.
 *
 * @param service the service's name
 * @param stage the stage it was made for: a build holds one for its own stage and one for
 *     production
 * @param template the packaged template
 * @param objects everything the template refers to
 * @param capabilities what CloudFormation must be told is meant, {@code CAPABILITY_NAMED_IAM} and
 *     the like
 */
public record ServicePackage(
    String service,
    StageName stage,
    PackageObject template,
    List<PackageObject> objects,
    List<String> capabilities) {
  public ServicePackage {
    objects = List.copyOf(objects);
    capabilities = List.copyOf(capabilities);
  }
}
