package io.factuur.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestMailbox;
import io.factuur.shared.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

@IntegrationTest
class MailboxTest {

    @Autowired
    MailTransport transport;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MailboxEraser eraser;

    @Autowired
    TestMailbox sent;

    private final EmailAddress anne = new EmailAddress("anne-" + UUID.randomUUID() + "@example.com");
    private final EmailAddress bert = new EmailAddress("bert-" + UUID.randomUUID() + "@example.com");

    @Test
    @WithMockUser(roles = "OPERATOR")
    void theOperatorReadsWhatWasMailedWithItsFiles() throws MailFailure {
        byte[] big = "%PDF-1.7 ".repeat(300_000).getBytes(StandardCharsets.US_ASCII);
        transport.send(mail(anne)
                .attach(List.of(new Attachment("invoice.pdf", "application/pdf", new ByteArrayResource(big)))));

        Mailbox.Row row =
                mailbox.list(anne.value().toUpperCase(Locale.ROOT), 0, 10).getFirst();
        assertThat(row.attachments()).isEqualTo(1);
        assertThat(mailbox.get(row.id()).bodyText()).contains("Hello there.");
        Mailbox.Enclosure file = mailbox.enclosures(row.id()).getFirst();
        assertThat(mailbox.content(file.id())).isEqualTo(big);
    }

    @Test
    @WithMockUser(roles = "USER")
    void nobodyElseDoes() {
        assertThatThrownBy(() -> mailbox.list("", 0, 10)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void anErasedAddressLosesItsMailsAndItsPlaceInTheToLineOfOthers() throws MailFailure {
        transport.send(mail(anne).shownTo(List.of(anne, bert)));
        transport.send(mail(bert).shownTo(List.of(anne, bert)));
        eraser.erase(anne);
        assertThat(sent.sentTo(anne.value())).isEmpty();
        assertThat(sent.sentTo(bert.value())).hasSize(1);
    }

    private static OutgoingMail mail(EmailAddress to) {
        return OutgoingMail.of(
                to, Letter.in(Locale.ENGLISH, "Hello").paragraph("Hello there.").build());
    }
}
