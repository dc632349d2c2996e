package io.factuur.mail;

import io.factuur.shared.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an address out of the mailbox inside the application; what was sent elsewhere is out of reach. */
@Component
public class MailboxEraser {

    private final JdbcClient jdbc;

    MailboxEraser(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Removes the mails that were handed to an address, and the address from the To lines of all others. */
    @Transactional
    public void erase(EmailAddress address) {
        String mails = "select mail_id from mailbox_recipient where address = :address and delivered_to";
        String wanted = address.normalised();
        jdbc.sql("delete from mailbox_attachment where mail_id in (" + mails + ")")
                .param("address", wanted)
                .update();
        var ids = jdbc.sql(mails).param("address", wanted).query(Long.class).list();
        for (long id : ids) {
            jdbc.sql("delete from mailbox_recipient where mail_id = :id")
                    .param("id", id)
                    .update();
            jdbc.sql("delete from mailbox_mail where id = :id").param("id", id).update();
        }
        jdbc.sql("delete from mailbox_recipient where address = :address")
                .param("address", wanted)
                .update();
    }
}
