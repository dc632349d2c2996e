package io.factuur.demo;

import io.factuur.security.ApiTokens;
import io.factuur.security.People;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** One user per role, named by the role; password is the name, token is {@code demo-} and the name. */
@Component
@Profile("demo")
@Order(1)
class DemoPeople implements ApplicationRunner {

    static final List<String> NAMES = List.of(
            "operator",
            "account-admin",
            "subscription-reader",
            "ea-admin",
            "ea-admin-readonly",
            "department-admin",
            "account-owner",
            "billing-account-owner",
            "profile-owner",
            "profile-contributor",
            "profile-reader",
            "invoice-manager",
            "section-owner",
            "multi-scope",
            "nobody");

    private static final Logger LOG = LoggerFactory.getLogger(DemoPeople.class);

    private final People people;
    private final ApiTokens tokens;

    DemoPeople(People people, ApiTokens tokens) {
        this.people = people;
        this.tokens = tokens;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (String name : NAMES) {
            if (people.findByUsername(name).isEmpty()) {
                Person person = people.register(
                        name,
                        displayName(name),
                        new EmailAddress(name + "@factuur.example"),
                        name,
                        name.equals("operator"));
                tokens.store(person, "Demo", "demo-" + name, null);
            }
        }
        LOG.info("Demo users (password = name): {}", String.join(", ", NAMES));
    }

    private static String displayName(String name) {
        String words = name.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
