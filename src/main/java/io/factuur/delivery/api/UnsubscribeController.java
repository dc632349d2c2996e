package io.factuur.delivery.api;

import io.factuur.delivery.MailLinks;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The address in {@code List-Unsubscribe}: one POST from a mail program ends the mails, without cookie, sign-in or page
 * (RFC 8058). A person who follows it gets a page that asks first, because programs open links too.
 */
@RestController
@RequestMapping("/mail/unsubscribe/{token}")
class UnsubscribeController {

    private final MailLinks links;

    UnsubscribeController(MailLinks links) {
        this.links = links;
    }

    /** The same answer whether or not there was still something to end. */
    @PostMapping
    ResponseEntity<Void> unsubscribe(@PathVariable String token) {
        links.unsubscribe(token);
        return ResponseEntity.ok().build();
    }

    @GetMapping
    ResponseEntity<Void> show(@PathVariable String token) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/mail/stop/" + token.replaceAll("[^A-Za-z0-9-]", "")))
                .build();
    }
}
