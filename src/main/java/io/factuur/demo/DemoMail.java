package io.factuur.demo;

import io.factuur.delivery.MailContent;
import io.factuur.delivery.MailNights;
import io.factuur.delivery.MailPreferences;
import io.factuur.delivery.MailRecipients;
import io.factuur.delivery.MailTerms;
import io.factuur.delivery.NewRecipient;
import io.factuur.scope.Scope;
import io.factuur.scope.ScopeRow;
import io.factuur.scope.Scopes;
import io.factuur.security.People;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who wants the demo's invoices by mail: one profile and one subscription have opted in, another did so long ago under
 * terms that have changed since, the others have not, and the enrollment has its contacts. One address has ceased to exist, one has not answered yet.
 */
@Component
@Profile("demo")
class DemoMail {

    /** Those who answer the question whether they want the mails; the others are left for people to play. */
    static final Set<String> ANSWERING = Set.of(
            "facturen@havenstad.example",
            "audit@controle.example",
            "crediteuren@havenstad.invalid",
            "boekhouding@vermeer.example",
            "ap@polder.example",
            "facturen@polder.example");

    private static final String OPERATIONS = "Operations";
    private static final String WEBSITE = "Website";
    private static final String OLD_SHOP = "Old web shop";
    private static final LocalDate OLD_SHOP_SINCE = LocalDate.of(2018, 6, 4);
    private static final String ENROLLMENT = "Polder Energie N.V.";

    private final People people;
    private final Scopes scopes;
    private final MailPreferences preferences;
    private final MailRecipients recipients;
    private final MailNights nights;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemoMail(
            People people,
            Scopes scopes,
            MailPreferences preferences,
            MailRecipients recipients,
            MailNights nights,
            JdbcClient jdbc,
            Clock clock) {
        this.people = people;
        this.scopes = scopes;
        this.preferences = preferences;
        this.recipients = recipients;
        this.nights = nights;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Before the last month is closed: its mails wait for a release. */
    void optIn() {
        preferences.optIn(scope(OPERATIONS), null, person("profile-owner"));
        preferences.optIn(scope(WEBSITE), MailTerms.current(), person("account-admin"));
        nights.holdNext(true, person("operator"));
        optInLongAgo();
    }

    /** As taken over from the days before this portal: nobody can opt in under old terms here, so it says it itself. */
    private void optInLongAgo() {
        jdbc.sql("insert into invoice_mail (scope_id, opted_in, terms_version, terms_accepted_at, terms_accepted_by,"
                        + " changed_at, changed_by) values (:scope, true, :version, :at, :by, :at, :by)")
                .param("scope", scope(OLD_SHOP))
                .param("version", MailTerms.VERSIONS.getLast())
                .param("at", OLD_SHOP_SINCE.atTime(9, 0).atOffset(ZoneOffset.UTC))
                .param("by", "account-admin")
                .update();
    }

    /** Once the year has been played: their links must not be months old. */
    void addRecipients() {
        LocalDate nextYear =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(1);
        Person owner = person("profile-owner");
        long operations = scope(OPERATIONS);
        add(operations, "facturen@havenstad.example", "nl", MailContent.PDF_AND_CSV, null, owner);
        add(operations, "audit@controle.example", "en", MailContent.LINK, nextYear, owner);
        add(operations, "crediteuren@havenstad.invalid", "nl", MailContent.PDF, null, owner);
        add(operations, "treasury@havenstad.example", "en", MailContent.PDF, null, owner);
        add(scope(WEBSITE), "boekhouding@vermeer.example", "nl", MailContent.PDF, null, person("account-admin"));
        Person administrator = person("ea-admin");
        long enrollment = scope(ENROLLMENT);
        add(enrollment, "ap@polder.example", "en", MailContent.PDF, null, administrator);
        add(enrollment, "facturen@polder.example", "nl", MailContent.PDF_AND_CSV, null, administrator);
    }

    /** Lets the waiting mails go, but for those of the enrollment: the operator has something left to decide. */
    void release() {
        Person operator = person("operator");
        nights.list(0, 50, operator).stream()
                .filter(night -> !ENROLLMENT.equals(night.name()))
                .forEach(night -> nights.release(night.id(), operator));
        nights.holdNext(false, operator);
    }

    private void add(
            long scope,
            String address,
            String language,
            MailContent content,
            @Nullable LocalDate endsOn,
            Person person) {
        recipients.add(scope, new NewRecipient(new EmailAddress(address), language, content, endsOn), person);
    }

    private Person person(String name) {
        return people.findByUsername(name).orElseThrow();
    }

    private long scope(String name) {
        List<ScopeRow> all = scopes.list(0, 1_000, person("operator"));
        return all.stream()
                .map(ScopeRow::scope)
                .filter(scope -> scope.name().equals(name))
                .mapToLong(Scope::id)
                .findFirst()
                .orElseThrow();
    }
}
