package peers.spring.controller;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.data.rest.RepositoryRestMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** JPA behind a REST controller. */
@SpringBootApplication(exclude = RepositoryRestMvcAutoConfiguration.class)
@EntityScan("peers.spring.model")
@EnableJpaRepositories("peers.spring.model")
public class ControllerApplication {

  public static void main(String[] arguments) {
    SpringApplication application = new SpringApplication(ControllerApplication.class);
    application.setAdditionalProfiles("controller");
    application.run(arguments);
  }
}
