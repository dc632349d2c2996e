package io.factuur.security;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** In which language and time zone a person reads; empty until they choose, so that the browser decides. */
@Service
public class ReadingHabits {

    private final JdbcClient jdbc;

    ReadingHabits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Locale> language(Person person) {
        return jdbc.sql("select language from person where id = :id and language_chosen")
                .param("id", person.id())
                .query(String.class)
                .optional()
                .map(Locale::forLanguageTag);
    }

    @Transactional
    public void chooseLanguage(Locale language, Person person) {
        jdbc.sql("update person set language = :language, language_chosen = true, version = version + 1 where id = :id")
                .param("language", language.toLanguageTag())
                .param("id", person.id())
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<ZoneId> timeZone(Person person) {
        return jdbc.sql("select time_zone from person where id = :id and time_zone_chosen")
                .param("id", person.id())
                .query(String.class)
                .optional()
                .map(ZoneId::of);
    }

    @Transactional
    public void chooseTimeZone(ZoneId zone, Person person) {
        jdbc.sql("update person set time_zone = :zone, time_zone_chosen = true, version = version + 1 where id = :id")
                .param("zone", zone.getId())
                .param("id", person.id())
                .update();
    }
}
