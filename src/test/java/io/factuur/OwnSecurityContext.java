package io.factuur;

import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * The browser tests start an application of their own in the same process, and each application makes its own holder
 * of who is signed in the process-wide one. Gives every test the holder of the application it tests, before any
 * annotation signs somebody in.
 */
class OwnSecurityContext implements TestExecutionListener, Ordered {

    @Override
    public int getOrder() {
        return 5_000;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        SecurityContextHolder.setContextHolderStrategy(
                test.getApplicationContext().getBean(SecurityContextHolderStrategy.class));
    }
}
