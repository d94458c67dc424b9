package peers.spring.datarest;

import java.time.Instant;
import java.util.List;
import org.springframework.data.rest.core.config.Projection;
import peers.spring.model.User;

/** A user with what belongs to it, as Spring Data REST shows related rows inside rows. */
@Projection(name = "withPosts", types = User.class)
public interface UserWithPosts {

  Integer getId();

  String getName();

  String getEmail();

  String getCity();

  boolean isActive();

  Instant getCreatedAt();

  List<PostWithComments> getPosts();

  /** A post of a user. */
  interface PostWithComments {

    Integer getId();

    Integer getAuthorId();

    String getTitle();

    String getBody();

    int getViews();

    Instant getCreatedAt();

    List<CommentOfPost> getComments();
  }

  /** A comment of a post. */
  interface CommentOfPost {

    Integer getId();

    Integer getPostId();

    Integer getAuthorId();

    String getBody();

    Instant getCreatedAt();
  }
}
