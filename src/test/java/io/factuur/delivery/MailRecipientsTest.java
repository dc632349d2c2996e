package io.factuur.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestClock;
import io.factuur.TestMailbox;
import io.factuur.agreement.Role;
import io.factuur.mail.MailSettings;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import io.factuur.shared.Problem;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class MailRecipientsTest {

    @Autowired
    MailSettings settings;

    @Autowired
    PostOffice post;

    @Autowired
    MailRecipients recipients;

    @Autowired
    MailLinks links;

    @Autowired
    Outliving outliving;

    @Autowired
    TestClock clock;

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

    @AfterEach
    void putClockRight() {
        clock.reset();
    }

    @Test
    void noInvoiceLeavesBeforeTheRecipientHasConfirmed() {
        recipients.add(subscription, recipient(anne), administrator);
        post.issue(subscription, papers);
        send();
        assertThat(post.invoicesTo(anne.value())).isEmpty();
        assertThat(post.sent.sentTo(anne.value())).singleElement().satisfies(asked -> {
            assertThat(asked.subject()).startsWith("Confirm that you want the invoices of ");
            assertThat(asked.text()).doesNotContain(anne.value());
        });

        post.confirm(anne);
        post.issue(subscription, papers);
        send();
        assertThat(post.invoicesTo(anne.value())).hasSize(1);
    }

    @Test
    void lookingAtTheLinkConfirmsNothing() {
        recipients.add(subscription, recipient(anne), administrator);
        send();
        String token = token(post.sent.sentTo(anne.value()).getFirst(), "/mail/confirm/");
        assertThat(links.toConfirm(token))
                .hasValueSatisfying(entry -> assertThat(entry.confirmed()).isFalse());
        assertThat(state(anne)).isEqualTo(MailPreference.State.PENDING);
        assertThat(links.confirm(token)).isTrue();
        assertThat(links.confirm(token)).isTrue();
        assertThat(state(anne)).isEqualTo(MailPreference.State.CONFIRMED);
    }

    @Test
    void theLinkToConfirmRunsOutAndANewOneCanBeSent() {
        long id = recipients.add(subscription, recipient(anne), administrator);
        send();
        String old = token(post.sent.sentTo(anne.value()).getFirst(), "/mail/confirm/");
        assertThatThrownBy(() -> recipients.askAgain(subscription, id, administrator))
                .hasMessageContaining("only just now");
        clock.advance(Duration.ofDays(8));
        assertThat(links.confirm(old)).isFalse();
        recipients.askAgain(subscription, id, administrator);
        post.confirm(anne);
        assertThat(state(anne)).isEqualTo(MailPreference.State.CONFIRMED);
    }

    @Test
    void aMadeUpLinkOpensNothing() {
        assertThat(links.confirm("x")).isFalse();
        assertThat(links.toUnsubscribe("x")).isEmpty();
        assertThat(links.toUnsubscribe("1-0000")).isEmpty();
        assertThat(links.toUnsubscribe("99999999999999999999-0")).isEmpty();
        assertThat(links.unsubscribe("-")).isEmpty();
    }

    @Test
    void oneClickUnsubscribesAndErases() {
        post.confirmed(subscription, anne, administrator);
        post.issue(subscription, papers);
        send();
        TestMailbox.Mail mail = post.invoicesTo(anne.value()).getFirst();
        String token = token(mail, "/mail/unsubscribe/");
        assertThat(mail.headers())
                .contains("List-Unsubscribe: <" + settings.link("mail/unsubscribe/" + token) + ">")
                .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");

        assertThat(links.toUnsubscribe(token)).isPresent();
        ErasureCertificate certificate = links.unsubscribe(token).orElseThrow();
        assertThat(certificate.reason()).isEqualTo(ErasureReason.UNSUBSCRIBED);
        assertThat(certificate.receipts()).isEqualTo(1);
        assertThat(links.unsubscribe(token)).isEmpty();
        assertThat(recipients.certificate(subscription, certificate.code(), administrator))
                .isEqualTo(certificate);
    }

    @Test
    void anAddressThatIsARoleHoldersToGetsOneMailInItsOwnWay() {
        EmailAddress same = new EmailAddress(administrator.email().toUpperCase(java.util.Locale.ROOT));
        recipients.add(subscription, new NewRecipient(same, "nl", MailContent.PDF_AND_CSV, null), administrator);
        post.confirm(same);
        post.issue(subscription, papers);
        send();
        assertThat(post.invoicesTo(administrator.email())).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).startsWith("Factuur ");
            assertThat(mail.headers()).doesNotContain("List-Unsubscribe");
        });
        assertThatThrownBy(() -> recipients.add(subscription, recipient(same), administrator))
                .hasMessageContaining("on the list already");
    }

    @Test
    void aRecipientAddedTwiceInOtherSpellingIsKnownAlready() {
        recipients.add(subscription, recipient(new EmailAddress("anna." + anne.value())), administrator);
        EmailAddress loud = new EmailAddress("ANNA." + anne.value().replace("example.com", "EXAMPLE.com"));
        assertThatThrownBy(() -> recipients.add(subscription, recipient(loud), administrator))
                .isInstanceOf(Problem.class)
                .message()
                .doesNotContainIgnoringCase(anne.value());
    }

    @Test
    void nothingCanBeAddedBeforeTheOptIn() {
        long other = post.subscription();
        Person another = post.holder(other, Role.ACCOUNT_ADMINISTRATOR);
        assertThatThrownBy(() -> recipients.add(other, recipient(anne), another))
                .hasMessageContaining("Opt in to invoices by e-mail first");
    }

    @Test
    void anotherScopesRecipientIsNotThere() {
        long id = recipients.add(subscription, recipient(anne), administrator);
        long other = post.subscription();
        Person another = post.optedIn(other);
        assertThatThrownBy(() -> recipients.remove(other, id, another))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }

    @Test
    void afterItsEndDateARecipientGetsNothingAndIsErased() {
        recipients.add(
                subscription,
                new NewRecipient(anne, "en", MailContent.PDF, LocalDate.now(clock.withZone(ZoneOffset.UTC))),
                administrator);
        post.confirm(anne);
        clock.advance(Duration.ofDays(2));
        post.issue(subscription, papers);
        send();
        assertThat(post.invoicesTo(anne.value())).isEmpty();
        outliving.sweep();
        assertThat(post.preferences.get(subscription, administrator).recipients())
                .extracting(MailPreference.Recipient::address)
                .doesNotContain(anne.value());
    }

    @Test
    void anAddressThatNobodyConfirmsIsErasedAfterAMonth() {
        recipients.add(subscription, recipient(anne), administrator);
        clock.advance(Duration.ofDays(31));
        outliving.sweep();
        assertThat(post.preferences.get(subscription, administrator).recipients())
                .hasSize(1);
    }

    @Test
    void togetherAllSeeEachOtherAndEachHasTheirOwnLinkOut() {
        EmailAddress bert = PostOffice.newAddress();
        post.confirmed(subscription, anne, administrator);
        post.confirmed(subscription, bert, administrator);
        post.preferences.sendTogether(subscription, true, administrator);
        post.issue(subscription, papers);
        send();
        TestMailbox.Mail toAnne = post.invoicesTo(anne.value()).getFirst();
        TestMailbox.Mail toBert = post.invoicesTo(bert.value()).getFirst();
        assertThat(post.jdbc
                        .sql("select address from mailbox_recipient where mail_id = :id")
                        .param("id", toAnne.id())
                        .query(String.class)
                        .list())
                .contains(anne.value(), bert.value(), administrator.email());
        assertThat(token(toAnne, "/mail/unsubscribe/")).isNotEqualTo(token(toBert, "/mail/unsubscribe/"));
    }

    @Test
    void theMailSpeaksTheRecipientsLanguageAndSaysWhatIsDue() {
        recipients.add(subscription, new NewRecipient(anne, "nl", MailContent.PDF, null), administrator);
        post.confirm(anne);
        String number = post.issue(subscription, papers);
        send();
        TestMailbox.Mail mail = post.invoicesTo(anne.value()).getFirst();
        assertThat(mail.subject()).isEqualTo("Factuur " + number + " voor oktober 2026");
        assertThat(mail.text())
                .contains("Te betalen:")
                .contains("121,00")
                .contains("1 dec 2026")
                .contains(settings.link("invoices/" + number));
        assertThat(mail.html()).contains("lang=\"nl\"").contains("Afmelden");
    }

    private static NewRecipient recipient(EmailAddress address) {
        return new NewRecipient(address, "en", MailContent.PDF, null);
    }

    private void send() {
        post.sender(post.mailbox, papers).sendDue();
    }

    private MailPreference.State state(EmailAddress address) {
        return post.preferences.get(subscription, administrator).recipients().stream()
                .filter(row -> row.address().equals(address.value()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static String token(TestMailbox.Mail mail, String path) {
        String link = mail.link(path);
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
