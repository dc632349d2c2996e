package io.factuur.security;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface PersonRepository extends ListCrudRepository<PersonRow, Long> {

    Optional<PersonRow> findByUsername(String username);

    List<PersonRow> findTop3ByOperatorTrueAndDisabledFalseOrderById();

    /** Addresses are stored in lower case. */
    Optional<PersonRow> findByEmail(String email);
}
