package io.factuur.usage;

import io.factuur.access.Guard;
import io.factuur.agreement.Operation;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.mail.Letter;
import io.factuur.mail.MailFailure;
import io.factuur.mail.MailSettings;
import io.factuur.mail.MailTransport;
import io.factuur.mail.OutgoingMail;
import io.factuur.security.People;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import io.factuur.shared.Money;
import io.factuur.shared.Texts;
import io.factuur.ui.Formats;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few minutes which thresholds the month that runs has passed, and mails each once. */
@Component
class ThresholdWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ThresholdWatch.class);

    private final JdbcClient jdbc;
    private final Guard guard;
    private final Costs costs;
    private final People people;
    private final MailTransport transport;
    private final MailSettings mail;
    private final AuditLog audit;
    private final Clock clock;

    ThresholdWatch(
            JdbcClient jdbc,
            Guard guard,
            Costs costs,
            People people,
            MailTransport transport,
            MailSettings mail,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.costs = costs;
        this.people = people;
        this.transport = transport;
        this.mail = mail;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 5, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void look() {
        if (transport.ready()) {
            LocalDate month = YearMonth.now(clock).atDay(1);
            jdbc.sql("""
                    select t.id, t.scope_id, s.name as scope_name, t.currency, t.amount, p.username, p.language,
                        coalesce(p.communication_email, p.email) as address
                    from cost_threshold t join scope s on s.id = t.scope_id
                    join person p on p.id = t.person_id and not p.disabled
                    where t.mailed_for is null or t.mailed_for < :month
                    """).param("month", month).query(Due.class).list().forEach(due -> look(due, month));
        }
    }

    /** A right that is gone takes its mails with it. */
    private void look(Due due, LocalDate month) {
        Optional<Person> person = people.findByUsername(due.username())
                .filter(found -> guard.allows(Operation.SEE_COSTS, due.scopeId(), found));
        person.flatMap(asker -> costs.between(due.scopeId(), month, month.plusMonths(1), asker).stream()
                        .filter(cost -> cost.currency().getCurrencyCode().equals(due.currency())
                                && cost.value().compareTo(due.amount()) >= 0)
                        .findFirst())
                .ifPresent(cost -> tell(due, cost, month));
    }

    /** Taken first, so that two nodes do not both write; given back when the mail could not leave. */
    private void tell(Due due, Money cost, LocalDate month) {
        if (mark(due.id(), month) == 0) {
            return;
        }
        try {
            transport.send(OutgoingMail.of(new EmailAddress(due.address()), letter(due, cost, month)));
            audit.record(AuditEvent.done("<thresholds>", "threshold.mail", due.scopeId(), String.valueOf(due.id()))
                    .with("month", YearMonth.from(month)));
        } catch (MailFailure failure) {
            LOG.warn("Threshold {} could not be mailed: {}", due.id(), failure.words());
            jdbc.sql("update cost_threshold set mailed_for = null where id = :id")
                    .param("id", due.id())
                    .update();
        }
    }

    private int mark(long id, LocalDate month) {
        return jdbc.sql("update cost_threshold set mailed_for = :month where id = :id"
                        + " and (mailed_for is null or mailed_for < :month)")
                .param("month", month)
                .param("id", id)
                .update();
    }

    private Letter letter(Due due, Money cost, LocalDate month) {
        Locale locale = Locale.of(due.language());
        Formats formats = new Formats(locale, ZoneOffset.UTC);
        Money amount = new Money(Currency.getInstance(due.currency()), due.amount());
        String name = due.scopeName();
        return Letter.in(locale, Texts.get(locale, "threshold.mail.subject", name, formats.money(amount)))
                .heading(Texts.get(locale, "threshold.mail.heading", name))
                .paragraph(Texts.get(
                        locale,
                        "threshold.mail.text",
                        name,
                        formats.money(amount),
                        formats.monthWithin(YearMonth.from(month))))
                .fact(Texts.get(locale, "costs.month-to-date"), formats.money(cost))
                .fact(Texts.get(locale, "threshold.mail.threshold"), formats.money(amount))
                .button(Texts.get(locale, "threshold.mail.open"), mail.link("billing/" + due.scopeId() + "/costs"))
                .small(Texts.get(locale, "threshold.mail.why"))
                .build();
    }

    private record Due(
            long id,
            long scopeId,
            String scopeName,
            String currency,
            BigDecimal amount,
            String username,
            String language,
            String address) {}
}
