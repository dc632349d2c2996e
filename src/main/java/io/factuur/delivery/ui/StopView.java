package io.factuur.delivery.ui;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.factuur.delivery.ErasureCertificate;
import io.factuur.delivery.MailLinks;
import io.factuur.delivery.MailLinks.Entry;
import java.util.Optional;

/** Where a recipient ends the mails by hand. */
@Route(value = "mail/stop/:token", autoLayout = false)
@AnonymousAllowed
class StopView extends LinkPage {

    private final MailLinks links;

    StopView(MailLinks links) {
        this.links = links;
    }

    @Override
    void show(String token) {
        Optional<Entry> found = links.toUnsubscribe(token);
        if (found.isEmpty()) {
            say("check", getTranslation("delivery.stop.gone"), getTranslation("delivery.stop.gone.about"));
            return;
        }
        say(
                "mail",
                getTranslation("delivery.stop.question"),
                getTranslation(
                        "delivery.stop.explained",
                        found.get().address(),
                        found.get().scopeName()));
        offer(getTranslation("delivery.mail.unsubscribe"), () -> stop(token));
    }

    private void stop(String token) {
        Optional<ErasureCertificate> certificate = links.unsubscribe(token);
        if (certificate.isEmpty()) {
            show(token);
            return;
        }
        say(
                "check",
                getTranslation("delivery.stop.done"),
                getTranslation("delivery.stop.done.about"),
                getTranslation("delivery.stop.certificate", certificate.get().code()));
    }
}
