package io.factuur.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.agreement.Role;
import io.factuur.mail.ScriptedSmtp;
import io.factuur.mail.ScriptedSmtp.Behaviour;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** After a removal the address is nowhere: each text of each table is searched. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class ErasureTest {

    @Autowired
    PostOffice post;

    @Autowired
    Bounces bounces;

    @Autowired
    LoggingSystem logging;

    private final FakePapers papers = new FakePapers();
    private final EmailAddress anne = PostOffice.newAddress();
    private long subscription;
    private Person administrator;

    @BeforeEach
    void optIn() {
        post.clear();
        subscription = post.subscription();
        administrator = post.optedIn(subscription);
    }

    @Test
    void aRemovedAddressStandsInNoTableAndNoLogAndTheReceiptStays(CapturedOutput output) throws IOException {
        logging.setLogLevel("io.factuur", LogLevel.TRACE);
        try {
            post.confirmed(subscription, anne, administrator);
            String sent = post.issue(subscription, papers);
            post.sender(post.mailbox, papers).sendDue();
            String refused = post.issue(subscription, papers);
            try (ScriptedSmtp server = new ScriptedSmtp(Behaviour.REFUSE_RECIPIENT_FOR_GOOD)) {
                post.sender(post.smtp(server.port()), papers).sendDue();
            }
            String waiting = post.issue(subscription, papers);
            assertThat(placesOf(anne)).isNotEmpty();

            ErasureCertificate certificate = post.recipients.remove(subscription, anne, administrator);

            assertThat(placesOf(anne)).isEmpty();
            assertThat(output.getAll().toLowerCase(Locale.ROOT)).doesNotContain(anne.value());
            assertThat(certificate.receipts()).isEqualTo(1);
            assertThat(hashesOf(sent)).contains(certificate.addressKey());
            assertThat(hashesOf(refused)).doesNotContain(certificate.addressKey());
            assertThat(hashesOf(waiting)).doesNotContain(certificate.addressKey());
        } finally {
            logging.setLogLevel("io.factuur", null);
        }
    }

    @Test
    void anOptOutErasesAllOfThem() {
        EmailAddress bert = PostOffice.newAddress();
        post.confirmed(subscription, anne, administrator);
        post.recipients.add(subscription, new NewRecipient(bert, "nl", MailContent.LINK, null), administrator);
        post.issue(subscription, papers);
        post.sender(post.mailbox, papers).sendDue();
        post.preferences.optOut(subscription, administrator);
        assertThat(placesOf(anne)).isEmpty();
        assertThat(placesOf(bert)).isEmpty();
    }

    @Test
    void inAnotherScopeTheAddressStays() {
        long other = post.profile();
        Person owner = post.holder(other, Role.BILLING_PROFILE_OWNER);
        post.preferences.optIn(other, null, owner);
        post.confirmed(other, anne, owner);
        post.confirmed(subscription, anne, administrator);
        post.recipients.remove(subscription, anne, administrator);
        String number = post.issue(other, papers);
        post.sender(post.mailbox, papers).sendDue();
        assertThat(post.invoicesTo(anne.value())).hasSize(1);
        assertThat(hashesOf(number)).hasSize(2);
    }

    private List<String> hashesOf(String number) {
        return post.jdbc
                .sql("select address_key from mail_outbox where kind = 'INVOICE' and subject = :n")
                .param("n", number)
                .query(String.class)
                .list();
    }

    /** Tables and columns with a text that holds the address, in any spelling. */
    private List<String> placesOf(EmailAddress address) {
        List<String> places = new ArrayList<>();
        post.jdbc
                .sql("""
                select lower(c.table_name) as t, lower(c.column_name) as c from information_schema.columns c
                join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                where lower(c.table_schema) = 'public' and upper(t.table_type) like '%TABLE%'
                and (lower(c.data_type) like '%char%' or lower(c.data_type) like '%text%'
                or lower(c.data_type) like '%character large%')
                """)
                .query((row, number) -> new String[] {row.getString("t"), row.getString("c")})
                .list()
                .forEach(at -> {
                    int found = post.jdbc
                            .sql("select count(*) from " + at[0] + " where lower(cast(\"" + at[1]
                                    + "\" as varchar)) like :like")
                            .param("like", "%" + address.value().toLowerCase(Locale.ROOT) + "%")
                            .query(Integer.class)
                            .single();
                    if (found > 0) {
                        places.add(at[0] + "." + at[1]);
                    }
                });
        return places;
    }
}
