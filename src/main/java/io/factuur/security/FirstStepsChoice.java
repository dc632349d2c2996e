package io.factuur.security;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether a person still wants to be led through their first steps. */
@Service
public class FirstStepsChoice {

    private final JdbcClient jdbc;

    FirstStepsChoice(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public boolean isWanted(Person person) {
        return jdbc.sql("select not first_steps_dismissed from person where id = :id")
                .param("id", person.id())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** No longer, from now on. */
    @Transactional
    public void dismiss(Person person) {
        jdbc.sql("update person set first_steps_dismissed = true where id = :id")
                .param("id", person.id())
                .update();
    }
}
