package io.factuur.delivery.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Lets mail programs unsubscribe: they bring no session to protect, only the secret in the address. */
@Configuration
class UnsubscribeSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain mailPrograms(HttpSecurity http) {
        return http.securityMatcher("/mail/unsubscribe/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
