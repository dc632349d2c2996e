package io.factuur.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** A person for whom an OpenID Connect provider has spoken. Their rights are ours; what the provider claims counts not. */
record SignedInElsewhere(Person person, OidcUser said) implements OidcUser, KnownPerson {

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.copyOf(new SignedIn(person, null, false).getAuthorities());
    }

    @Override
    public String getName() {
        return person.username();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return said.getAttributes();
    }

    @Override
    public Map<String, Object> getClaims() {
        return said.getClaims();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return said.getUserInfo();
    }

    @Override
    public OidcIdToken getIdToken() {
        return said.getIdToken();
    }
}
