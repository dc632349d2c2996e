package io.factuur.security;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.shared.Problem;
import java.util.List;
import org.springframework.stereotype.Service;

/** Lets only the portal's operators pass, as they are now; the same answer as the guard's for everybody else. */
@Service
public class Operators {

    private final PersonRepository people;
    private final AuditLog audit;

    Operators(PersonRepository people, AuditLog audit) {
        this.people = people;
        this.audit = audit;
    }

    /** @throws Problem not found, for everybody but an operator; the refusal is written down */
    public void require(String action, Person person) {
        boolean passes = person.isHouse()
                || people.findById(person.id())
                        .filter(row -> row.operator() && !row.disabled())
                        .isPresent();
        if (!passes) {
            audit.recordAlways(AuditEvent.refused(person.username(), action, null, action));
            throw Problem.notFound();
        }
    }

    /** Whom to ask when one gets no further: the portal's operators, a few of them. */
    public List<Contact> contacts(Person person) {
        return people.findTop3ByOperatorTrueAndDisabledFalseOrderById().stream()
                .filter(row -> !row.username().equals(person.username()))
                .map(row -> new Contact(row.displayName(), row.email()))
                .toList();
    }

    /** An operator's name and address. */
    public record Contact(String name, String email) {}
}
