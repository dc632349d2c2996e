package io.factuur.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.factuur.mail.ScriptedSmtp.Behaviour;
import io.factuur.shared.EmailAddress;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpTransportTest {

    private static final EmailAddress ANNE = new EmailAddress("anne@example.com");
    private static final MailSettings SETTINGS = new MailSettings(
            "Facturen Café <facturen@example.org>",
            "Vragen & één antwoord <vragen@example.org>",
            "bounces@example.org",
            false,
            "https://factuur.example/");

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

    @RegisterExtension
    static final GreenMailExtension LOCKED = new GreenMailExtension(ServerSetupTest.SMTPS.dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withUser("portal@example.org", "portal", "secret"));

    @Test
    void overTlsItSignsInWithNameAndPassword() throws Exception {
        int port = LOCKED.getSmtps().getPort();
        assertThatThrownBy(() -> overTls(port, "guessed").send(OutgoingMail.of(ANNE, letter("Hello"))))
                .isInstanceOfSatisfying(MailFailure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(MailFailure.Kind.TEMPORARY);
                    assertThat(failure.words()).doesNotContain("guessed");
                });
        assertThat(LOCKED.getReceivedMessages()).isEmpty();

        overTls(port, "secret").send(OutgoingMail.of(ANNE, letter("Hello")));
        assertThat(LOCKED.getReceivedMessages()).hasSize(1);
    }

    /** A server that cannot speak TLS, where it is demanded, gets neither name nor mail. */
    @Test
    void whereTlsIsDemandedNothingLeavesWithoutIt() throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp(Behaviour.ACCEPT)) {
            JavaMailSenderImpl sender = sender(server.port());
            sender.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "true");
            assertThatThrownBy(() -> new SmtpTransport(sender, SETTINGS).send(OutgoingMail.of(ANNE, letter("Hello"))))
                    .isInstanceOf(MailFailure.class);
            assertThat(server.accepted()).isEmpty();
        }
    }

    @Test
    void aMailArrivesWithBothBodiesItsFilesAndItsHeaders() throws Exception {
        Letter letter = Letter.in(Locale.of("nl"), "Factuur 2026-001 – café")
                .paragraph("Bedrag: € 12,50")
                .build();
        OutgoingMail mail = OutgoingMail.of(ANNE, letter)
                .messageId("m1@factuur.example")
                .header("List-Unsubscribe", "<https://factuur.example/x>")
                .attach(List.of(new Attachment(
                        "factuur.pdf",
                        "application/pdf",
                        new ByteArrayResource("%PDF".getBytes(StandardCharsets.US_ASCII)))));

        transport(SERVER.getSmtp().getPort()).send(mail);

        MimeMessage got = SERVER.getReceivedMessages()[0];
        assertThat(got.getSubject()).isEqualTo("Factuur 2026-001 – café");
        assertThat(got.getMessageID()).isEqualTo("<m1@factuur.example>");
        assertThat(got.getHeader("From", null)).isASCII();
        assertThat(got.getFrom()[0]).isInstanceOfSatisfying(InternetAddress.class, from -> {
            assertThat(from.getPersonal()).isEqualTo("Facturen Café");
            assertThat(from.getAddress()).isEqualTo("facturen@example.org");
        });
        assertThat(got.getHeader("Reply-To", null)).isASCII().endsWith("<vragen@example.org>");
        assertThat(got.getHeader("Return-Path", null)).contains("bounces@example.org");
        assertThat(got.getHeader("List-Unsubscribe", null)).isEqualTo("<https://factuur.example/x>");
        MimeMultipart parts = (MimeMultipart) got.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        MimeMultipart bodies = (MimeMultipart) parts.getBodyPart(0).getContent();
        assertThat(bodies.getBodyPart(0).getContent().toString()).contains("Bedrag: € 12,50");
        assertThat(bodies.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("factuur.pdf");
        assertThat(parts.getBodyPart(1).getInputStream()).hasContent("%PDF");
    }

    @Test
    void aFileOfTextArrivesByteForByte() throws Exception {
        byte[] lines = "\uFEFFName;Cost\n.\nCafé;1\r\nlast\r".getBytes(StandardCharsets.UTF_8);
        transport(SERVER.getSmtp().getPort())
                .send(OutgoingMail.of(ANNE, letter("Usage"))
                        .attach(List.of(new Attachment("usage.csv", "text/csv", new ByteArrayResource(lines)))));

        MimeMultipart parts = (MimeMultipart) SERVER.getReceivedMessages()[0].getContent();
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(lines);
    }

    @Test
    void manyMailsGoOverOneConnectionAndAllCanBeShownButOneIsHandedOver() throws Exception {
        EmailAddress bert = new EmailAddress("bert@BÜCHER.example");
        try (MailTransport.Connection connection =
                transport(SERVER.getSmtp().getPort()).connect()) {
            for (EmailAddress to : List.of(ANNE, bert)) {
                connection.send(OutgoingMail.of(to, letter("Together")).shownTo(List.of(ANNE, bert)));
            }
            assertThat(connection.usable()).isTrue();
        }
        assertThat(SERVER.getReceivedMessages()).hasSize(2);
        assertThat(SERVER.getReceivedMessages()[1].getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("anne@example.com", "bert@xn--bcher-kva.example");
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE_RECIPIENT_FOR_GOOD, PERMANENT, 550, 550 5.1.1 <‹address›> no such user here",
        "REFUSE_RECIPIENT_FOR_NOW, TEMPORARY, 451, '451 4.2.1 <‹address›> is full, try later'",
        "REFUSE_TEXT_FOR_GOOD, PERMANENT, 554, 554 5.7.1 looks like spam",
        "HANG_UP_AT_RECIPIENT, TEMPORARY, 0, The connection broke before the mail was handed over.",
        "HANG_UP_AFTER_TEXT, UNCERTAIN, 0, The connection broke before the server had answered.",
        "HANG_AFTER_TEXT, UNCERTAIN, 0, The connection broke before the server had answered."
    })
    void whatWentWrongIsToldApartInTheServersWordsWithoutTheAddress(
            Behaviour behaviour, MailFailure.Kind kind, int code, String words) throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp(behaviour)) {
            MailFailure failure = catchThrowableOfType(
                    MailFailure.class, () -> transport(server.port()).send(OutgoingMail.of(ANNE, letter("Hello"))));
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.words()).isEqualTo(words);
            assertThat(failure).hasNoCause();
        }
    }

    @Test
    void aConnectionSurvivesARefusedRecipientAndTellsWhenItIsGone() throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp(Behaviour.REFUSE_RECIPIENT_FOR_GOOD);
                MailTransport.Connection connection = transport(server.port()).connect()) {
            OutgoingMail mail = OutgoingMail.of(ANNE, letter("Hello"));
            assertThatThrownBy(() -> connection.send(mail)).isInstanceOf(MailFailure.class);
            assertThat(connection.usable()).isTrue();
            server.behave(Behaviour.ACCEPT);
            connection.send(mail);
            assertThat(server.accepted()).hasSize(1);
            server.behave(Behaviour.HANG_UP_AFTER_TEXT);
            assertThatThrownBy(() -> connection.send(mail)).isInstanceOf(MailFailure.class);
            assertThat(connection.usable()).isFalse();
        }
    }

    @Test
    void aServerThatIsNotThereIsATroubleThatPasses() {
        assertThatThrownBy(() -> transport(1).send(OutgoingMail.of(ANNE, letter("Hello"))))
                .isInstanceOfSatisfying(
                        MailFailure.class, failure -> assertThat(failure.kind()).isEqualTo(MailFailure.Kind.TEMPORARY));
    }

    @Test
    void anAddressInAnotherScriptNeedsAServerThatTakesIt() throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp(Behaviour.ACCEPT)) {
            OutgoingMail mail = OutgoingMail.of(new EmailAddress("用户@例子.example"), letter("Hello"));
            assertThatThrownBy(() -> transport(server.port()).send(mail))
                    .isInstanceOfSatisfying(MailFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(MailFailure.Kind.PERMANENT));
            assertThat(server.accepted()).isEmpty();
        }
    }

    private static Letter letter(String subject) {
        return Letter.in(Locale.ENGLISH, subject).paragraph("Hello.").build();
    }

    /** As {@code spring.mail.ssl.enabled} sets it up, with a certificate that nobody has signed. */
    private static SmtpTransport overTls(int port, String password) {
        JavaMailSenderImpl sender = sender(port);
        sender.setUsername("portal");
        sender.setPassword(password);
        sender.getJavaMailProperties().setProperty("mail.smtp.auth", "true");
        sender.getJavaMailProperties().setProperty("mail.smtp.ssl.enable", "true");
        sender.getJavaMailProperties().setProperty("mail.smtp.ssl.trust", "*");
        sender.getJavaMailProperties().setProperty("mail.smtp.ssl.checkserveridentity", "false");
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "10000");
        return new SmtpTransport(sender, SETTINGS);
    }

    private static SmtpTransport transport(int port) {
        return new SmtpTransport(sender(port), SETTINGS);
    }

    private static JavaMailSenderImpl sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "700");
        return sender;
    }
}
