package io.factuur.delivery;

import io.factuur.security.Person;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads the mailbox that undeliverable mail comes back to. Reports are deleted once read; other mail is left alone. */
@Component
class BounceMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);

    private static final Person HOUSE = Person.house("bounce mailbox");
    private static final int MOST = 500;
    private static final int LARGEST = 20_000_000;

    private final BounceSettings settings;
    private final Bounces bounces;

    BounceMailbox(BounceSettings settings, Bounces bounces) {
        this.settings = settings;
        this.bounces = bounces;
    }

    @Scheduled(fixedDelayString = "${factuur.delivery.bounces.every:1m}", initialDelayString = "30s")
    void read() {
        if (settings.host() == null || settings.host().isBlank()) {
            return;
        }
        try (Store store = open();
                Folder folder = store.getFolder(settings.folder())) {
            folder.open(Folder.READ_WRITE);
            Message[] fresh = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
            for (int i = 0; i < Math.min(fresh.length, MOST); i++) {
                take(fresh[i]);
            }
            folder.expunge();
        } catch (MessagingException | IOException trouble) {
            LOG.warn(
                    "The bounce mailbox could not be read: {}",
                    trouble.getClass().getName());
        }
    }

    private void take(Message message) throws MessagingException, IOException {
        if (message.getSize() > LARGEST) {
            message.setFlag(Flags.Flag.SEEN, true);
            return;
        }
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        message.writeTo(raw);
        Bounces.Taken taken = bounces.take(new ByteArrayInputStream(raw.toByteArray()), HOUSE);
        message.setFlag(taken == Bounces.Taken.UNKNOWN ? Flags.Flag.SEEN : Flags.Flag.DELETED, true);
    }

    private Store open() throws MessagingException {
        Properties properties = new Properties();
        String prefix = "mail." + settings.protocol() + ".";
        properties.setProperty(prefix + "connectiontimeout", "10000");
        properties.setProperty(prefix + "timeout", "60000");
        properties.setProperty(prefix + "writetimeout", "60000");
        Store store = Session.getInstance(properties).getStore(settings.protocol());
        store.connect(settings.host(), settings.port(), settings.username(), settings.password());
        return store;
    }
}
