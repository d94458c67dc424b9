package peers.spring.controller;

import java.time.Instant;
import java.util.List;
import peers.spring.model.Comment;
import peers.spring.model.Order;
import peers.spring.model.OrderItem;
import peers.spring.model.Post;
import peers.spring.model.User;

/** What the controller takes and answers. */
final class Answers {

  private Answers() {}

  record One<T>(T data) {}

  record Rows<T>(List<T> data, Pagination pagination) {}

  record Pagination(int page, int limit) {}

  record UserRow(
      Integer id, String name, String email, String city, boolean active, Instant createdAt) {

    static UserRow of(User user) {
      return new UserRow(
          user.getId(),
          user.getName(),
          user.getEmail(),
          user.getCity(),
          user.isActive(),
          user.getCreatedAt());
    }
  }

  record PostRow(
      Integer id, Integer authorId, String title, String body, int views, Instant createdAt) {

    static PostRow of(Post post) {
      return new PostRow(
          post.getId(),
          post.getAuthorId(),
          post.getTitle(),
          post.getBody(),
          post.getViews(),
          post.getCreatedAt());
    }
  }

  record CommentRow(Integer id, Integer postId, Integer authorId, String body, Instant createdAt) {

    static CommentRow of(Comment comment) {
      return new CommentRow(
          comment.getId(),
          comment.getPostId(),
          comment.getAuthorId(),
          comment.getBody(),
          comment.getCreatedAt());
    }
  }

  record PostWithComments(
      Integer id,
      Integer authorId,
      String title,
      String body,
      int views,
      Instant createdAt,
      List<CommentRow> comments) {

    static PostWithComments of(Post post) {
      return new PostWithComments(
          post.getId(),
          post.getAuthorId(),
          post.getTitle(),
          post.getBody(),
          post.getViews(),
          post.getCreatedAt(),
          post.getComments().stream().map(CommentRow::of).toList());
    }
  }

  record UserWithPosts(
      Integer id,
      String name,
      String email,
      String city,
      boolean active,
      Instant createdAt,
      List<PostWithComments> posts) {

    static UserWithPosts of(User user) {
      return new UserWithPosts(
          user.getId(),
          user.getName(),
          user.getEmail(),
          user.getCity(),
          user.isActive(),
          user.getCreatedAt(),
          user.getPosts().stream().map(PostWithComments::of).toList());
    }
  }

  record OrderRow(Integer id, Integer userId, String status, Instant createdAt) {

    static OrderRow of(Order order) {
      return new OrderRow(
          order.getId(), order.getUserId(), order.getStatus(), order.getCreatedAt());
    }
  }

  record ItemRow(Integer id, Integer orderId, String product, int quantity, int unitPriceCents) {

    static ItemRow of(OrderItem item) {
      return new ItemRow(
          item.getId(),
          item.getOrderId(),
          item.getProduct(),
          item.getQuantity(),
          item.getUnitPriceCents());
    }
  }

  record PlacedOrder(OrderRow order, List<ItemRow> items, UserRow user) {}

  record NewComment(Integer postId, Integer authorId, String body) {}

  record PostChange(String title, Integer views) {}

  record NewOrder(Integer userId, String status, List<NewItem> items) {}

  record NewItem(String product, int quantity, int unitPriceCents) {}
}
