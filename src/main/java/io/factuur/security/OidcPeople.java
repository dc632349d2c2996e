package io.factuur.security;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.shared.EmailAddress;
import io.factuur.shared.Problem;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Takes another house's word for who somebody is: the person whose sign-in address is the one that house has verified.
 * Nobody is created, unless {@code factuur.sign-in.create-people} says so; and nobody gets a role that way.
 */
@Component
class OidcPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService provider = new OidcUserService();
    private final PersonRepository people;
    private final People register;
    private final AuditLog audit;
    private final boolean create;

    OidcPeople(
            PersonRepository people,
            People register,
            AuditLog audit,
            @Value("${factuur.sign-in.create-people:false}") boolean create) {
        this.people = people;
        this.register = register;
        this.audit = audit;
        this.create = create;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = provider.loadUser(request);
        String from = request.getClientRegistration().getRegistrationId();
        String email = user.getEmail();
        if (email == null || !Boolean.TRUE.equals(user.getEmailVerified())) {
            throw refused("<unknown>", from, "address-not-verified");
        }
        PersonRow row = people.findByEmail(email.toLowerCase(Locale.ROOT))
                .or(() -> create ? created(user, email) : Optional.empty())
                .orElseThrow(() -> refused("<unknown>", from, "nobody-with-this-address"));
        if (row.disabled()) {
            throw refused(row.username(), from, "disabled");
        }
        return new SignedInElsewhere(row.person(), user);
    }

    private Optional<PersonRow> created(OidcUser user, String email) {
        String name = shown(user, email);
        try {
            Person person = register.add(unused(email), name, new EmailAddress(email), Locale.ENGLISH);
            audit.record(AuditEvent.done(person.username(), "people.create-by-provider", null, person.username()));
            return people.findById(person.id());
        } catch (Problem taken) {
            return Optional.empty();
        }
    }

    private String unused(String email) {
        String wanted = email.split("@", 2)[0].replaceAll("[^\\p{L}\\p{N}._-]", "-");
        String name = wanted.length() < 2 ? wanted + "-1" : wanted;
        for (int i = 2; people.findByUsername(name).isPresent(); i++) {
            name = wanted + "-" + i;
        }
        return name;
    }

    private static String shown(OidcUser user, String email) {
        @Nullable String name = user.getFullName();
        return name == null || name.isBlank() ? email.split("@", 2)[0] : name.strip();
    }

    private OAuth2AuthenticationException refused(String username, String from, String why) {
        audit.recordAlways(AuditEvent.refused(username, "sign-in", null, username)
                .with("from", from)
                .with("why", why));
        return new OAuth2AuthenticationException(new OAuth2Error("not_known_here"), why);
    }
}
