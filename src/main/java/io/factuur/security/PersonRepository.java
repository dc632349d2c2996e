package io.factuur.security;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface PersonRepository extends ListCrudRepository<PersonRow, Long> {

    Optional<PersonRow> findByUsername(String username);

    /** Addresses are stored in lower case. */
    Optional<PersonRow> findByEmail(String email);
}
