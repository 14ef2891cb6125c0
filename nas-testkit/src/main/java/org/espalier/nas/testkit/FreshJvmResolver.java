package org.espalier.nas.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A resolver that runs one fresh JVM for each test class, for all checks that ask for it. */
final class FreshJvmResolver implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(FreshJvmResolver.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == FreshJvm.class;
  }

  @Override
  public FreshJvm resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> suite = context.getRequiredTestClass();
    ControllerContract contract = ControllerContract.of(context.getRequiredTestInstance());
    return context
        .getParent()
        .orElseThrow()
        .getStore(NAMESPACE)
        .computeIfAbsent(suite, key -> FreshJvm.run(suite, contract), FreshJvm.class);
  }
}
