package io.factuur.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.factuur.IntegrationTest;
import io.factuur.agreement.Role;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import io.factuur.shared.Problem;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class BouncesTest {

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(
                    new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort()})
            .withConfiguration(GreenMailConfiguration.aConfig().withUser("bounces@example.org", "bounces", "secret"));

    @Autowired
    PostOffice post;

    @Autowired
    Bounces bounces;

    @Autowired
    ReceiptStore receipts;

    private final FakePapers papers = new FakePapers();
    private final EmailAddress anne = PostOffice.newAddress();
    private Person operator;
    private String number;
    private String messageId;

    @BeforeEach
    void mailAnInvoice() {
        post.clear();
        operator = post.people.operator();
        long profile = post.profile();
        Person owner = post.holder(profile, Role.BILLING_PROFILE_OWNER);
        post.preferences.optIn(profile, null, owner);
        post.confirmed(profile, anne, owner);
        number = post.issue(profile, papers);
        post.sender(post.mailbox, papers).sendDue();
        messageId = post.invoicesTo(anne.value()).getFirst().messageId();
    }

    @Test
    void aReportThatAMailCameBackShowsWithTheServersWordsAndWithoutTheAddress() {
        assertThat(bounces.take(report("failed", "5.1.1", "smtp; 550 5.1.1 <" + anne + ">: unknown user"), operator))
                .isEqualTo(Bounces.Taken.BOUNCED);
        assertThat(receipts.ofInvoice(number, 0, 10))
                .filteredOn(receipt -> receipt.state() == MailState.BOUNCED)
                .singleElement()
                .satisfies(receipt -> {
                    assertThat(receipt.recipient()).isEqualTo(anne.value());
                    assertThat(receipt.words()).isEqualTo("550 5.1.1 <‹address›>: unknown user");
                    assertThat(receipt.code()).isEqualTo(550);
                    assertThat(receipt.bouncedAt()).isNotNull();
                });
        assertThat(receipts.countOfInvoice(number)).isEqualTo(new ReceiptCount(2, 1, 0, 1, 0));
    }

    @Test
    void aReportThatAMailIsDelayedChangesNothingButIsKept() {
        assertThat(bounces.take(report("delayed", "4.4.1", "smtp; 421 no answer"), operator))
                .isEqualTo(Bounces.Taken.DELAYED);
        Receipt receipt = receipts.ofInvoice(number, 0, 10).stream()
                .filter(row -> anne.value().equals(row.recipient()))
                .findFirst()
                .orElseThrow();
        assertThat(receipt.state()).isEqualTo(MailState.ACCEPTED);
        assertThat(receipts.events(receipt.id())).singleElement().satisfies(event -> assertThat(event.kind())
                .isEqualTo(MailEvent.Kind.DELAYED));
    }

    @Test
    void whatIsNoReportOrNotOursIsLeftAlone() {
        messageId = "00000000-0000-0000-0000-000000000000.0@elsewhere";
        assertThat(bounces.take(report("failed", "5.1.1", "gone"), operator)).isEqualTo(Bounces.Taken.UNKNOWN);
        assertThat(bounces.take(mail("Subject: I am on holiday\r\n\r\nBack on Monday.\r\n"), operator))
                .isEqualTo(Bounces.Taken.UNKNOWN);
        assertThat(bounces.take(mail(""), operator)).isEqualTo(Bounces.Taken.UNKNOWN);
        assertThat(bounces.take(mail("Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n--x"), operator))
                .isEqualTo(Bounces.Taken.UNKNOWN);
    }

    @Test
    void onlyTheOperatorsProgramsReport() {
        assertThatThrownBy(() -> bounces.take(report("failed", "5.1.1", "x"), post.people.somebody()))
                .isInstanceOf(Problem.class);
    }

    @Test
    void reportsAreReadFromTheMailboxAndDeletedThereWhileOtherMailStays() throws Exception {
        GreenMailUtil.sendMimeMessage(addressed(report("failed", "5.2.2", "smtp; 552 box full")));
        GreenMailUtil.sendMimeMessage(addressed(mail("Subject: A question\r\n\r\nWhen is it due?\r\n")));
        BounceSettings settings =
                new BounceSettings("127.0.0.1", SERVER.getImap().getPort(), "imap", "bounces", "secret", "INBOX");

        new BounceMailbox(settings, bounces).read();

        assertThat(receipts.countOfInvoice(number).needYou()).isEqualTo(1);
        assertThat(SERVER.getReceivedMessages())
                .extracting(MimeMessage::getSubject)
                .containsExactly("A question");
    }

    private static MimeMessage addressed(InputStream mail) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(SERVER.getSmtp().getPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties), mail);
        message.setRecipients(jakarta.mail.Message.RecipientType.TO, "bounces@example.org");
        return message;
    }

    private static InputStream mail(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private InputStream report(String action, String status, String diagnostic) {
        return mail(
                """
                From: MAILER-DAEMON@mx.example.com
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                I'm sorry to have to inform you.

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.com
                Arrival-Date: Mon, 23 Nov 2026 10:00:00 +0000

                Final-Recipient: rfc822; %s
                Action: %s
                Status: %s
                Diagnostic-Code: %s

                --b
                Content-Type: message/rfc822

                From: factuur@localhost
                To: %s
                Message-ID: <%s>
                Subject: Invoice

                Text.

                --b--
                """.formatted(anne, action, status, diagnostic, anne, messageId).replace("\n", "\r\n"));
    }
}
