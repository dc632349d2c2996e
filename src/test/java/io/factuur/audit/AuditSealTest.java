package io.factuur.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@IntegrationTest
@WithMockUser(roles = "OPERATOR")
class AuditSealTest {

    @Autowired
    AuditLog log;

    @Autowired
    AuditSeal seal;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aChangedEntryShows() {
        log.record(AuditEvent.done("tester", "test.first", null, "one")
                .with("before", "1")
                .with("after", "2"));
        log.record(AuditEvent.done("tester", "test.second", null, "two"));
        sealAll();
        assertThat(seal.firstBroken()).isZero();

        long sealed = jdbc.sql(
                        "select sealed_as from audit_entry where action = 'test.first' order by id desc fetch first 1 row only")
                .query(Long.class)
                .single();
        forge(sealed, "one", "won");
        assertThat(seal.firstBroken()).isEqualTo(sealed);
        forge(sealed, "won", "one");
        assertThat(seal.firstBroken()).isZero();
    }

    private void forge(long sealed, String from, String to) {
        assertThat(jdbc.sql("update audit_entry set subject = :to where sealed_as = :no and subject = :from")
                        .param("to", to)
                        .param("no", sealed)
                        .param("from", from)
                        .update())
                .isOne();
    }

    private void sealAll() {
        while (jdbc.sql("select count(*) from audit_entry where sealed_as is null")
                        .query(Long.class)
                        .single()
                > 0) {
            seal.seal();
        }
    }
}
