using System.Text.Json;
using Drape.Server.OpenApi;
using Drape.Server.Photos;
using Drape.Server.Problems;
using Drape.Store.Looks;
using Microsoft.OpenApi;

namespace Drape.Server.Looks;

/// <summary>What an author says of a look, as forms and JSON bring it.</summary>
static class LookForm
{
    /// <summary>Reads what stands in a form; what is left out is as the look is by itself.</summary>
    /// <exception cref="ProblemException">A value cannot be.</exception>
    public static LookDetails Read(string? text, string? visibility, string? section) => Checked(() => new LookDetails
    {
        Text = text,
        Visibility = string.IsNullOrEmpty(visibility) ? LookVisibility.Public : VisibilityOf(visibility),
        Section = string.IsNullOrEmpty(section) ? LookSection.Open : SectionOf(section),
    });

    /// <summary>Makes a change as JSON tells it: what is named is set, all else stays.</summary>
    /// <exception cref="ProblemException">A field is unknown or its value cannot be.</exception>
    public static LookDetails Apply(LookDetails details, JsonElement patch) => Checked(() =>
    {
        if (patch.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException("Send a JSON object with what is to change, as {\"visibility\": \"private\"}.");
        }

        foreach (var field in patch.EnumerateObject())
        {
            details = field.Name switch
            {
                "text" => details with { Text = Text(field) },
                "visibility" => details with { Visibility = VisibilityOf(Text(field)) },
                "section" => details with { Section = SectionOf(Text(field)) },
                _ => throw new ArgumentException($"There is no field '{field.Name}': there are text, visibility and section."),
            };
        }

        return details;
    });

    /// <summary>What the OpenAPI document says of the form that posts a look.</summary>
    public static OpenApiSchema Schema() => BodySchema.Object(
        (PhotoIntake.Field, BodySchema.Text("The picture's file.", "binary")), ("text", Words), Visibility, Section);

    /// <summary>What the OpenAPI document says of a change.</summary>
    public static OpenApiSchema PatchSchema() => BodySchema.Object(("text", BodySchema.OrNull(Words)), Visibility, Section);

    static OpenApiSchema Words => BodySchema.Text($"What stands under it, at most {LookDetails.LongestText} characters.");

    static (string, OpenApiSchema) Visibility =>
        ("visibility", BodySchema.Word("Who sees it.", Enum.GetValues<LookVisibility>().Select(LookWords.Of)));

    static (string, OpenApiSchema) Section =>
        ("section", BodySchema.Word("Where it stands in the leaderboard.", Enum.GetValues<LookSection>().Select(LookWords.Of)));

    static string? Text(JsonProperty field) => field.Value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => field.Value.GetString(),
        _ => throw new ArgumentException($"'{field.Name}' is a text."),
    };

    static LookVisibility VisibilityOf(string? word) => LookWords.Visibility(word)
        ?? throw new ArgumentException($"'visibility' is '{word}': it is public, followers or private.");

    static LookSection SectionOf(string? word) => LookWords.Section(word)
        ?? throw new ArgumentException($"'section' is '{word}': it is open, women or men.");

    static LookDetails Checked(Func<LookDetails> read)
    {
        try
        {
            return read();
        }
        catch (ArgumentException e)
        {
            throw new ProblemException(LookProblems.Wrong(e.Message), e);
        }
    }
}
