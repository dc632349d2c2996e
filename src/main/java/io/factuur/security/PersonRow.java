package io.factuur.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A person as stored. */
@Table("person")
record PersonRow(
        @Id @Nullable Long id,
        String username,
        String displayName,
        String email,
        @Nullable String passwordHash,
        boolean operator,
        boolean disabled,
        String language,
        String timeZone,
        @Nullable String communicationEmail,
        Instant createdAt,
        @Nullable Instant lastSignInAt,
        @Version long version) {

    Person person() {
        if (id == null) {
            throw new IllegalStateException("Not stored yet: " + username);
        }
        return new Person(id, username, displayName, email, operator, false);
    }
}
