package io.factuur.delivery.api;

import io.factuur.delivery.MailboxFiles;
import io.factuur.security.CurrentPerson;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Files of the mails in the mailbox inside the application; for the operator. */
@RestController
class MailboxController {

    private final MailboxFiles files;
    private final CurrentPerson me;

    MailboxController(MailboxFiles files, CurrentPerson me) {
        this.files = files;
        this.me = me;
    }

    @GetMapping("/api/v1/mail/mailbox/{mail}/attachments/{id}")
    ResponseEntity<byte[]> attachment(@PathVariable long mail, @PathVariable long id) {
        MailboxFiles.Opened file = files.open(mail, id, me.get());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.contentType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(file.content());
    }
}
