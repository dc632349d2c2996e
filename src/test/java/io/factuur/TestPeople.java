package io.factuur;

import io.factuur.security.People;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** People for tests, each with a name of its own; password is the name. */
@Component
@Profile("test")
public class TestPeople {

    private final People people;

    TestPeople(People people) {
        this.people = people;
    }

    public Person somebody() {
        return register(false);
    }

    public Person operator() {
        return register(true);
    }

    private Person register(boolean operator) {
        String name = "p" + UUID.randomUUID();
        return people.register(name, name, new EmailAddress(name + "@example.com"), name, operator);
    }
}
