package io.factuur.delivery.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.factuur.delivery.AddressFile;
import io.factuur.delivery.AddressFiles;
import io.factuur.delivery.Bounces;
import io.factuur.security.CurrentPerson;
import io.factuur.shared.EmailAddress;
import io.factuur.shared.Problem;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a mail server or a data protection officer asks of the operator's programs. */
@RestController
@RequestMapping("/api/v1/mail")
class MailController {

    private final Bounces bounces;
    private final AddressFiles files;
    private final CurrentPerson me;

    MailController(Bounces bounces, AddressFiles files, CurrentPerson me) {
        this.bounces = bounces;
        this.files = files;
        this.me = me;
    }

    /** A report as it came in (RFC 3464), for mail servers that can hand it to a program. */
    @PostMapping("/bounces")
    BounceJson bounce(InputStream report) {
        return new BounceJson(bounces.take(report, me.get()).name());
    }

    /** Everything stored about an address. */
    @PostMapping("/address-export")
    AddressFile export(@RequestBody Asked asked) {
        if (asked.address() == null) {
            throw Problem.invalid("problem.field-missing", "address");
        }
        return files.of(new EmailAddress(asked.address()), me.get());
    }

    record Asked(@JsonAlias("email") @Nullable String address) {}

    record BounceJson(String taken) {}
}
