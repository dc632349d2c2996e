package io.factuur.security.ui;

import com.vaadin.flow.component.UI;
import io.factuur.security.ApiTokens;
import io.factuur.security.ApiTokens.Token;
import io.factuur.security.Person;
import io.factuur.shared.Texts;
import io.factuur.ui.Attention;
import io.factuur.ui.Badge.Tone;
import io.factuur.ui.Formats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** API tokens that end within a fortnight: programs will be let in no longer. */
@Component
class TokenAttention implements Attention.Source {

    private static final Duration SOON = Duration.ofDays(14);

    private final ApiTokens tokens;
    private final Clock clock;

    TokenAttention(ApiTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public List<Attention> list(Person person) {
        Instant now = clock.instant();
        return tokens.list(person).stream()
                .filter(token -> token.expiresAt() != null
                        && token.expiresAt().isAfter(now)
                        && token.expiresAt().isBefore(now.plus(SOON)))
                .map(TokenAttention::attention)
                .toList();
    }

    private static Attention attention(Token token) {
        Locale locale = UI.getCurrent().getLocale();
        String until = token.expiresAt() == null ? "" : Formats.here().date(token.expiresAt());
        return new Attention(Tone.WARN, Texts.get(locale, "attention.token", token.name(), until), "", "profile");
    }
}
