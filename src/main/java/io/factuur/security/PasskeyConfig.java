package io.factuur.security;

import io.factuur.audit.AuditLog;
import io.factuur.mail.MailSettings;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.configurers.WebAuthnConfigurer;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** Where passkeys are kept, and for which address they count: the portal's public one. */
@Configuration
class PasskeyConfig {

    @Bean
    PublicKeyCredentialUserEntityRepository passkeyOwners(JdbcOperations jdbc) {
        return new JdbcPublicKeyCredentialUserEntityRepository(jdbc);
    }

    @Bean
    UserCredentialRepository passkeyStore(
            JdbcOperations jdbc, PublicKeyCredentialUserEntityRepository owners, AuditLog audit) {
        return new JournalledPasskeys(new JdbcUserCredentialRepository(jdbc), owners, audit);
    }

    static void settle(WebAuthnConfigurer<?> passkeys, MailSettings settings, PasskeySession session) {
        URI portal = URI.create(settings.publicUrl());
        String origin = portal.getScheme() + "://" + portal.getAuthority();
        passkeys.rpName("Factuur").rpId(portal.getHost()).allowedOrigins(origin).disableDefaultRegistrationPage(true);
        passkeys.withObjectPostProcessor(new ObjectPostProcessor<WebAuthnAuthenticationFilter>() {
            @Override
            public <O extends WebAuthnAuthenticationFilter> O postProcess(O filter) {
                filter.setSessionAuthenticationStrategy(session);
                return filter;
            }
        });
    }
}
