package peers.spring.datarest;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.rest.webmvc.config.RepositoryRestConfigurer;
import peers.spring.model.Comment;
import peers.spring.model.Post;
import peers.spring.model.User;

/** The repositories themselves as REST. */
@SpringBootApplication
@EntityScan("peers.spring.model")
@EnableJpaRepositories("peers.spring.model")
public class DataRestApplication {

  public static void main(String[] arguments) {
    SpringApplication application = new SpringApplication(DataRestApplication.class);
    application.setAdditionalProfiles("datarest");
    application.run(arguments);
  }

  /** Rows with their keys; answers to changes have the row, as the others' do. */
  @Bean
  RepositoryRestConfigurer rest() {
    return RepositoryRestConfigurer.withConfig(
        configuration -> {
          configuration.setBasePath("/api");
          configuration.exposeIdsFor(User.class, Post.class, Comment.class);
          configuration.setReturnBodyOnCreate(true);
          configuration.setReturnBodyOnUpdate(true);
          configuration.getProjectionConfiguration().addProjection(UserWithPosts.class);
        });
  }
}
