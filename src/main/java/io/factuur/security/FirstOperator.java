package io.factuur.security;

import io.factuur.shared.EmailAddress;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** An empty portal gets its first operator, whose password is written to the log once, and nowhere else. */
@Component
@Profile("!demo & !test")
class FirstOperator implements ApplicationRunner {

    private static final String NAME = "operator";
    private static final int SECRET_BYTES = 16;
    private static final Logger LOG = LoggerFactory.getLogger(FirstOperator.class);

    private final PersonRepository stored;
    private final People people;

    FirstOperator(PersonRepository stored, People people) {
        this.stored = stored;
        this.people = people;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (stored.count() > 0) {
            return;
        }
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        people.register(NAME, "Operator", new EmailAddress("operator@localhost"), password, true);
        LOG.warn("The portal was empty. Sign in as {} with the password {}; it is not shown again.", NAME, password);
    }
}
